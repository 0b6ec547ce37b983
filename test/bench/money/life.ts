import { BLANK_ADDRESS } from '../../simulator/checkout/form.ts'
import { quote } from '../../simulator/checkout/quote.ts'
import type { Records, SimOrder } from '../../simulator/model.ts'
import { cancelOrder, markPaid, removeLine } from '../../simulator/shop/orders-ending.ts'
import { refundOrder } from '../../simulator/shop/orders-refund.ts'
import { placeOrder } from '../../simulator/shop/orders.ts'
import type { Simulator } from '../../simulator/simulator.ts'
import { pass } from './clock.ts'
import type { Dice } from './dice.ts'
import type { Encore } from './encore.ts'
import type { Stall } from './offers.ts'
import { visitPage, type Seen } from './visit.ts'

export interface Lived {
  shop: string
  orderId: number
  seen: Seen | null
}
interface World {
  simulator: Simulator
  encore: Encore
}

const MINUTE = 60_000

/** One order from the checkout to the last refund. */
export async function live(world: World, stall: Stall, dice: Dice): Promise<Lived> {
  const { simulator, encore } = world
  const { shop } = stall
  const checkout = await fillCheckout(world, stall, dice)
  const order = await buy(simulator, stall, checkout, dice)
  pass(5_000)
  const meets = dice.chance(60)
  const seen = meets ? await visitPage({ simulator, encore, stall, dice, open: { shop, checkout, order } }) : null
  // Most of what happens afterwards happens to orders with an accepted step: only there it changes a figure.
  for (let deeds = dice.below(seen?.accepted.length ? 4 : 2); deeds > 0; deeds -= 1) {
    pass((1 + dice.below(600)) * MINUTE)
    await happen(simulator, stall, order.id, dice)
  }
  return { shop: shop.domain, orderId: order.id, seen }
}

async function fillCheckout({ simulator }: World, { shop, products }: Stall, dice: Dice): Promise<Records['checkout']> {
  const id = await simulator.store.nextId()
  const at = new Date().toISOString()
  const lines = dice.shuffle(products).slice(0, 1 + dice.below(3))
  const checkout: Records['checkout'] = {
    id,
    token: `checkout-${id}`,
    cartToken: `cart-${id}`,
    customerId: null,
    email: null,
    locale: 'en',
    presentmentCurrency: dice.chance(15) ? dice.pick(Object.keys(shop.rates)) : shop.currency,
    lines: lines.map(({ variants }, key) => ({ key: String(key), variantId: variants[0]?.id ?? 0, quantity: 1 + dice.below(3) })),
    address: BLANK_ADDRESS,
    shippingMethod: 'standard',
    discountCodes: [],
    paymentMethod: 'card',
    landingSite: null,
    referringSite: null,
    sourceName: 'web',
    orderId: null,
    postPurchase: 'open',
    whyNotEligible: null,
    storage: null,
    applications: 0,
    createdAt: at,
    updatedAt: at,
  }
  await simulator.store.put(shop.domain, 'checkout', checkout)
  return checkout
}

async function buy(simulator: Simulator, { shop, products }: Stall, checkout: Records['checkout'], dice: Dice): Promise<SimOrder> {
  const lines = checkout.lines.flatMap(({ key, variantId, quantity }) =>
    products.flatMap((product) =>
      product.variants.filter(({ id }) => id === variantId).map((variant) => ({ key, product, variant, quantity, collectionIds: [] })),
    ),
  )
  const codes = dice.chance(25) ? [{ code: 'SEVENTH', discount: SEVENTH }] : []
  const quoted = quote({ shop, checkout, lines, codes, redeemed: () => false, now: new Date() })
  const order = await placeOrder(simulator, shop, checkout, quoted, true)
  if (typeof order === 'string') throw new Error(`Nothing is counted here, and yet: ${order}`)
  return order
}

/** A seventh off the whole order: no line divides evenly. */
const SEVENTH: Records['discount'] = {
  id: 1,
  title: 'Seventh',
  codes: [{ id: 1, code: 'SEVENTH', used: 0 }],
  kind: 'basic',
  value: { percentage: 0.1428 },
  items: { all: true },
  startsAt: '2025-01-01T00:00:00Z',
  endsAt: null,
  usageLimit: null,
  oncePerCustomer: false,
  customerIds: null,
  minimum: null,
  combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
  createdAt: '2025-01-01T00:00:00Z',
  updatedAt: '2025-01-01T00:00:00Z',
}

/** Whatever a merchant may do to an order afterwards. */
async function happen(simulator: Simulator, { shop }: Stall, orderId: number, dice: Dice): Promise<void> {
  const order = await simulator.store.get(shop.domain, 'order', orderId)
  const left = order?.lines.filter(({ currentQuantity }) => currentQuantity > 0) ?? []
  if (!order || order.cancelledAt) return
  const added = left.filter(({ addedByEdit }) => addedByEdit)
  const line = left.length > 0 ? dice.pick(added.length > 0 && dice.chance(60) ? added : left) : undefined
  const deed = dice.below(100)
  if (deed < 12) await cancelOrder(simulator, shop, orderId, 'CUSTOMER')
  else if (deed < 30) await markPaid(simulator, shop, orderId, dice.chance(50) ? 1 + dice.below(3_000) : Infinity)
  else if (deed < 50 && line) await removeLine(simulator, shop, orderId, line.id)
  else if (line) {
    const lines = [{ lineId: line.id, quantity: 1 + dice.below(line.currentQuantity) }]
    await refundOrder(simulator, shop, orderId, { lines, shipping: dice.chance(20), restock: dice.chance(50), note: 'Bench' })
  }
}
