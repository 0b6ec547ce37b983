import type { SimDiscount, SimShop } from '../model.ts'
import type { Store } from '../store.ts'
import { NOOR_FAMILIES } from './assortment-noor.ts'
import { AURORA_FAMILIES, type Family } from './assortment.ts'
import { dice } from './dice.ts'
import { makeCustomers } from './people.ts'
import { makeCollections, makeProducts, type Making } from './products.ts'
import { placeBlock } from '../theme/placement.ts'
import { AURORA, NOOR } from './shops.ts'
import { makeYear } from './year.ts'

const ORDERS = 1_200
const CUSTOMERS = 320

/**
 * Fills the two shops, once: a store that has them is left as it is. `port` is where the browser reaches the simulator. Aurora's year ends
 * `now` on the simulated clock, which may begin in the past; Noor's ends `today`.
 */
export async function seedShops(store: Store, { now, today = now, port }: { now: number; today?: number; port: number }): Promise<void> {
  const first = (await store.shop(AURORA.domain)) === null
  await seedShop(store, AURORA, AURORA_FAMILIES, 20_091, now, port)
  if (first) await placeBlocks(store)
  await seedShop(store, NOOR, NOOR_FAMILIES, 20_092, today, port)
}

/** Aurora's merchant has put Encore's blocks into her theme; Noor's has not yet. */
async function placeBlocks(store: Store): Promise<void> {
  await placeBlock({ store }, AURORA, { block: 'product-stars', place: 'title' })
  await placeBlock({ store }, AURORA, { block: 'product-reviews', place: 'product-end' })
  await placeBlock({ store }, AURORA, { block: 'card-stars', place: 'card' })
}

async function seedShop(store: Store, shop: SimShop, families: readonly Family[], seed: number, now: number, port: number): Promise<void> {
  if (await store.shop(shop.domain)) return
  const reserved = await store.nextIds(20_000)
  let used = 0
  const ids = (): number => {
    const id = reserved[used++]
    if (id === undefined) throw new Error('The seed needs more ids than it reserved')
    return id
  }
  const making: Making = { shop, dice: dice(seed), ids, origin: `http://${shop.handle}.localhost:${port}` }
  const products = makeProducts(making, families)
  const customers = makeCustomers(making, CUSTOMERS)
  const orders = makeYear(making, products, customers, ORDERS, now)
  await store.putMany(shop.domain, 'product', products)
  await store.putMany(shop.domain, 'collection', makeCollections(making, products))
  await store.putMany(shop.domain, 'customer', customers)
  await store.putMany(shop.domain, 'order', orders)
  await store.putMany(shop.domain, 'discount', makeDiscounts(ids))
  await store.setSetting(`${shop.domain}:next-order-number`, 1001 + orders.length)
  await store.putShop(shop)
}

/** WELCOME10 combines with shipping codes only; FREESHIP combines with everything; STUBBORN with nothing. */
function makeDiscounts(ids: () => number): SimDiscount[] {
  const at = '2025-01-01T00:00:00Z'
  const basic = (title: string, percentage: number, combinesWith: SimDiscount['combinesWith']): SimDiscount => ({
    id: ids(),
    title,
    codes: [{ id: ids(), code: title, used: 0 }],
    kind: 'basic',
    value: { percentage },
    items: { all: true },
    startsAt: at,
    endsAt: null,
    usageLimit: null,
    oncePerCustomer: false,
    customerIds: null,
    minimum: null,
    combinesWith,
    createdAt: at,
    updatedAt: at,
  })
  return [
    basic('WELCOME10', 0.1, { orderDiscounts: false, productDiscounts: false, shippingDiscounts: true }),
    {
      ...basic('FREESHIP', 0, { orderDiscounts: true, productDiscounts: true, shippingDiscounts: true }),
      kind: 'free_shipping',
      value: null,
    },
    basic('STUBBORN', 0.2, { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false }),
  ]
}
