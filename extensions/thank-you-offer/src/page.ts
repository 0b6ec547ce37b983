import type { BlockRequest, BlockSurface, METAFIELD, ShopMetafield } from '../../../app/surfaces/contract.ts'
import type { Api as OrderStatusApi } from '@shopify/ui-extensions/customer-account.order-status.block.render'
import type { Api as ThankYouApi } from '@shopify/ui-extensions/purchase.thank-you.block.render'

type Page = ThankYouApi | OrderStatusApi

const KEY: (typeof METAFIELD)['key'] = 'post_purchase'

/** Shopify's own object for this page: what we may know of her order without asking anybody. */
export const page = (): Page => (globalThis as unknown as { shopify: Page }).shopify

const surfaceOf = (on: Page): BlockSurface => ('orderConfirmation' in on && on.orderConfirmation ? 'thank-you' : 'order-status')

/** Where the app is, and whether it has anything to offer. Undefined: it has told Shopify nothing yet. */
export function readApp(): ShopMetafield | undefined {
  const entries = page().appMetafields.value
  const value = entries.filter(({ metafield }) => metafield.key === KEY)[0]?.metafield.value
  try {
    return typeof value === 'string' ? (JSON.parse(value) as ShopMetafield) : undefined
  } catch {
    return undefined
  }
}

/** `gid://shopify/Order/1` on one page, `gid://shopify/OrderIdentity/1` on the other. */
const orderOf = (on: Page): string | undefined =>
  'orderConfirmation' in on && on.orderConfirmation ? on.orderConfirmation.value?.order.id : (on as OrderStatusApi).order.value?.id

const HOUR = 3_600_000

/** Whether an offer may stand here: else its place is not kept, because it would close again. */
export function isLikely({ places }: ShopMetafield, now: number): boolean {
  const on = page()
  const place = places[surfaceOf(on)]
  if (!place) return false
  const placedAt = 'order' in on ? on.order.value?.processedAt : undefined
  if (placedAt && Date.parse(placedAt) + place.hours * HOUR <= now) return false
  const { products } = place
  return !products || on.lines.value.some(({ merchandise }) => products.includes(merchandise.product.id.split('/').pop() ?? ''))
}

export const isLikelyNow = (app: ShopMetafield): boolean => isLikely(app, Date.now())

/** Calls once, when the block is on the screen: Shopify may draw one before its page is shown, and what nobody saw is no impression. */
export function onceOnScreen(then: () => void): () => void {
  const { rendered } = page().extension
  let told = false
  const tell = (is: boolean) => {
    if (is && !told) then()
    told ||= is
  }
  tell(rendered.value)
  return rendered.subscribe(tell)
}

/** Undefined as long as Shopify has not said which order this is. In the editor there is none. */
export function readRequest(): Omit<BlockRequest, 'token'> | undefined {
  const on = page()
  const orderId = orderOf(on)
  const editor = Boolean(on.extension.editor)
  if (!orderId && !editor) return undefined
  const { language, country } = on.localization
  return {
    surface: surfaceOf(on),
    locale: language.value.isoCode,
    ...(orderId ? { orderId } : {}),
    ...(on.checkoutToken.value ? { checkoutToken: on.checkoutToken.value } : {}),
    ...(country.value ? { country: country.value.isoCode } : {}),
    ...(editor ? { editor } : {}),
  }
}
