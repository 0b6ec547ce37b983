import { randomBytes } from 'node:crypto'
import { redeemedBy } from '../discounts/redemption.ts'
import type { Records, SimCheckout, SimProduct, SimSellingPlan, SimShop, SimVariant } from '../model.ts'
import { collectionsOf } from '../shop/collections.ts'
import type { Simulator } from '../simulator.ts'
import { checkoutPayload } from '../webhooks/payloads/checkouts.ts'
import { quote } from './quote.ts'
import type { Quote } from './quote.ts'

export type Checkout = Records['checkout']
export type CartLine = { variantId: number; quantity: number; sellingPlanId?: number }

/** Opens a checkout over a cart, filled in beforehand with what `given` says. */
export async function openCheckout(
  simulator: Simulator,
  shop: SimShop,
  cart: readonly CartLine[],
  given: Partial<SimCheckout>,
): Promise<Checkout> {
  const at = simulator.clock.now().toISOString()
  const checkout: Checkout = {
    id: await simulator.store.nextId(),
    token: randomBytes(16).toString('hex'),
    cartToken: randomBytes(16).toString('hex'),
    customerId: null,
    email: null,
    locale: shop.locale,
    presentmentCurrency: shop.currency,
    address: null,
    shippingMethod: shop.shippingMethods[0]?.code ?? null,
    discountCodes: [],
    paymentMethod: 'card',
    landingSite: '/',
    referringSite: null,
    sourceName: 'web',
    orderId: null,
    postPurchase: null,
    whyNotEligible: null,
    storage: null,
    applications: 0,
    createdAt: at,
    updatedAt: at,
    ...given,
    lines: cart.map((line, index) => ({ key: `${line.variantId}:${index}`, ...line })),
  }
  await simulator.store.put(shop.domain, 'checkout', checkout)
  await tell(simulator, shop, 'checkouts/create', checkout)
  return checkout
}

export async function changeCheckout(simulator: Simulator, shop: SimShop, id: number, changes: Partial<SimCheckout>): Promise<Checkout> {
  const checkout = await simulator.store.update(shop.domain, 'checkout', id, (current) => ({
    ...current,
    ...changes,
    updatedAt: simulator.clock.now().toISOString(),
  }))
  if (!checkout) throw new Error(`${shop.handle} has no checkout ${id}`)
  await tell(simulator, shop, 'checkouts/update', checkout)
  return checkout
}

async function tell(simulator: Simulator, shop: SimShop, topic: string, checkout: Checkout): Promise<void> {
  const customer = checkout.customerId === null ? null : await simulator.store.get(shop.domain, 'customer', checkout.customerId)
  await simulator.announce(shop, topic, async () => checkoutPayload(shop, checkout, await quoteFor(simulator, shop, checkout), customer))
}

/** What the checkout costs now, with its discount codes judged. */
export async function quoteFor(
  simulator: Simulator,
  shop: SimShop,
  checkout: Pick<Checkout, 'email' | 'customerId' | 'lines' | 'discountCodes' | 'presentmentCurrency' | 'shippingMethod'>,
): Promise<Quote> {
  const redeemed = await redeemedBy(simulator, shop, checkout.email)
  const codes = await Promise.all(
    checkout.discountCodes.map(async (code) => ({ code, discount: await simulator.store.find(shop.domain, 'discount', code) })),
  )
  const lines = await linesOf(simulator, shop, checkout.lines, codes.length > 0)
  return quote({ shop, checkout, lines, codes, redeemed: (id) => redeemed.includes(id), now: simulator.clock.now() })
}

export interface FoundLine {
  key: string
  product: SimProduct
  variant: SimVariant
  quantity: number
  plan: SimSellingPlan | null // by which it is sold
  collectionIds: readonly number[]
}

/** On the Online Store, and no draft. */
export const isOnSale = ({ status, publishedAt }: SimProduct): boolean => status === 'ACTIVE' && publishedAt !== null

/** Cart lines with their products; those that are gone or not on sale are left out, and so is what its plan no longer sells. */
export async function linesOf(
  simulator: Simulator,
  shop: SimShop,
  lines: readonly (CartLine & { key: string })[],
  withCollections = false,
): Promise<FoundLine[]> {
  const found = await Promise.all(
    lines.map(async ({ key, variantId, quantity, sellingPlanId }) => {
      const product = await simulator.store.find(shop.domain, 'product', `variant:${variantId}`)
      const variant = product?.variants.find(({ id }) => id === variantId)
      const plan = sellingPlanId === undefined ? null : product?.sellingPlans?.find(({ id }) => id === sellingPlanId)
      if (!product || !variant || plan === undefined || !isOnSale(product)) return null
      return {
        key,
        product,
        variant,
        quantity,
        plan,
        collectionIds: withCollections ? (await collectionsOf(simulator.store, shop.domain, product)).map(({ id }) => id) : [],
      }
    }),
  )
  return found.filter((line) => line !== null)
}
