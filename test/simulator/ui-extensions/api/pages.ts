import type { SimCustomer, SimOrder, SimShop } from '../../model.ts'
import type { Simulator } from '../../simulator.ts'
import type { Named, UiExtension } from '../extensions.ts'
import { languageOf } from '../page/translate.ts'
import type { Given } from '../page/given.ts'
import type { PlacedBlock } from '../placement.ts'
import { appMetafields } from './metafields.ts'
import { orderSignals } from './order-facts.ts'
import { privacyOf } from './privacy.ts'

export const THANK_YOU = 'purchase.thank-you.block.render'
export const ORDER_STATUS = 'customer-account.order-status.block.render'

/** One block on one of the two pages after a purchase. */
export interface OrderPage {
  simulator: Simulator
  shop: SimShop
  order: SimOrder
  locale: string
  origin: string
  /** Who is logged in, and only if the order is hers. */
  customer: SimCustomer | null
  /** In the merchant's checkout editor, which shows the page as it is being put together. */
  inEditor?: boolean
}

/** In the address of a page that the checkout editor shows. */
export const IN_EDITOR = 'in_editor'

type Block = { extension: UiExtension; placed: PlacedBlock }

/** What `shopify` holds on the thank-you page. */
export async function thankYouApi(page: OrderPage, block: Block): Promise<Given> {
  const { simulator, order } = page
  const shared = await sharedApi(page, block, THANK_YOU)
  return {
    ...shared,
    signals: {
      ...shared.signals,
      orderConfirmation: {
        order: { id: `gid://shopify/${simulator.settings.orderGidOnThankYouPage}/${order.id}` },
        number: confirmationNumber(order),
        isFirstOrder: await isFirstOrder(page),
      },
      instructions: NOTHING_CAN_BE_CHANGED,
    },
  }
}

/** What `shopify` holds on the order-status page. */
export async function orderStatusApi(page: OrderPage, block: Block): Promise<Given> {
  const { order, customer, simulator } = page
  const shared = await sharedApi(page, block, ORDER_STATUS)
  return {
    ...shared,
    signals: {
      ...shared.signals,
      order: {
        id: `gid://shopify/${simulator.settings.orderGidOnOrderStatusPage}/${order.id}`,
        name: order.name,
        cancelledAt: order.cancelledAt ?? undefined,
        confirmationNumber: confirmationNumber(order),
        processedAt: order.processedAt,
      },
      authenticationState: customer ? 'fully_authenticated' : 'pre_authenticated',
      'authenticatedAccount.customer': customer ? { id: `gid://shopify/Customer/${customer.id}` } : undefined,
      'authenticatedAccount.purchasingCompany': undefined,
    },
  }
}

async function sharedApi(page: OrderPage, { extension, placed }: Block, target: string): Promise<Given> {
  const { simulator, shop, order, locale, origin, customer } = page
  const products = await productsOf(page)
  // Before she logs in, a link from a mail shows no stranger who bought.
  const hidden = target === ORDER_STATUS && customer === null && !simulator.settings.preAuthenticatedSeesPersonalData
  const privacy = hidden ? { level1: privacyOf(simulator).level1, fields: [] } : privacyOf(simulator)
  const which = target === ORDER_STATUS || simulator.settings.thankYouShowsAdded ? 'current' : 'placed'
  const { signals, absent } = orderSignals({ shop, order, products, customer, origin, privacy, which })
  const asked: Named[] = extension.targets.find((one) => one.target === target)?.metafields ?? []
  const owners = { shop, products, order: target === ORDER_STATUS ? order : null }
  return {
    values: {
      extensionPoint: target,
      version: simulator.settings.apiVersion,
      'extension.apiVersion': simulator.settings.apiVersion,
      'extension.target': target,
      'extension.editor': page.inEditor ? { type: 'checkout' } : undefined,
      'extension.scriptUrl': `${origin}/__simulator/ui-extensions/${extension.handle}/extension.js`,
      shop: { id: `gid://shopify/Shop/${shop.id}`, name: shop.name, storefrontUrl: origin, myshopifyDomain: shop.domain },
    },
    signals: {
      ...signals,
      'extension.capabilities': [...(extension.apiAccess ? ['api_access'] : []), ...(extension.networkAccess ? ['network_access'] : [])],
      'extension.rendered': false,
      appMetafields: await appMetafields(simulator, asked, owners),
      settings: placed.settings,
      'localization.currency': { isoCode: order.presentmentCurrency },
      'localization.timezone': shop.timeZone,
      'localization.language': { isoCode: locale },
      'localization.extensionLanguage': { isoCode: languageOf({ texts: extension.texts, locale }) },
      'localization.country': { isoCode: order.shippingAddress?.countryCode ?? shop.country },
    },
    // What is undefined gets lost on the way to the page, and would look like something that is not modelled.
    absent: [...absent, 'extension.version'],
    texts: extension.texts,
    locale,
    currency: order.presentmentCurrency,
    missingTranslation: simulator.settings.missingTranslation,
  }
}

const NOTHING_CAN_BE_CHANGED = {
  attributes: { canUpdateAttributes: false },
  delivery: { canSelectCustomAddress: false },
  discounts: { canUpdateDiscountCodes: false },
  lines: { canAddCartLine: false, canRemoveCartLine: false, canUpdateCartLine: false },
  metafields: { canSetCartMetafields: false, canDeleteCartMetafield: false },
  notes: { canUpdateNote: false },
}

const confirmationNumber = (order: SimOrder): string => order.token.slice(0, 9).toUpperCase()

async function isFirstOrder({ simulator, shop, order }: OrderPage): Promise<boolean> {
  if (order.customerId === null) return true
  const orders = await simulator.store.matching(shop.domain, 'order', `customer:${order.customerId}`)
  return orders.every(({ createdAt }) => createdAt >= order.createdAt)
}

async function productsOf({ simulator, shop, order }: OrderPage) {
  const ids = [...new Set(order.lines.flatMap(({ productId }) => productId ?? []))]
  const found = await Promise.all(ids.map((id) => simulator.store.get(shop.domain, 'product', id)))
  return found.filter((one) => one !== null)
}
