import type { Records, SimDiscount, SimOrder, SimProduct, SimShop } from '../model.ts'
import type { Stage } from '../stage.ts'
import { product, stage } from '../stage.ts'
import type { Settings } from '../settings.ts'
import { openCheckout } from './desk.ts'
import type { Checkout } from './desk.ts'
import { pay } from './pay.ts'
import { newShopper } from './prefill.ts'

/** For tests: a shop that sells a phone and a case, and shoppers who buy there. */
export interface Scene extends Stage {
  phone: SimProduct
  case: SimProduct
  buy(changes?: Partial<Checkout>): Promise<SimOrder>
  checkoutOf(order: SimOrder): Promise<Checkout>
  order(id: number): Promise<SimOrder>
}

const METHODS: SimShop['shippingMethods'] = [
  { code: 'standard', title: 'Standard', price: '4.90', freeFrom: '500.00', pickup: false, localDelivery: false },
  { code: 'pickup', title: 'Pick up', price: '0.00', freeFrom: null, pickup: true, localDelivery: false },
]

const priced = (id: number, title: string, price: string, stock: number): SimProduct => {
  const made = product(id, { title })
  return { ...made, variants: made.variants.map((variant) => ({ ...variant, price, inventoryQuantity: stock })) }
}

export async function scene({
  settings,
  shop = {},
  prices = ['399.90', '49.90'],
  discounts = [],
}: { settings?: Partial<Settings>; shop?: Partial<SimShop>; prices?: [string, string]; discounts?: SimDiscount[] } = {}): Promise<Scene> {
  // Without an extension of its own a test must not depend on whether this project's has been built.
  const on = await stage({ settings: { projectFolder: 'nowhere', ...settings }, shop: { shippingMethods: METHODS, ...shop } })
  const phone = priced(1001, 'Phone', prices[0], 50)
  const cover = priced(1002, 'Case', prices[1], 3)
  await on.simulator.store.putMany('test.myshopify.com', 'product', [phone, cover])
  for (const one of discounts) await on.simulator.store.put('test.myshopify.com', 'discount', one)
  const found = async <K extends 'order'>(kind: K, id: number): Promise<Records[K]> => {
    const record = await on.simulator.store.get(on.shop.domain, kind, id)
    if (!record) throw new Error(`no ${kind} ${id}`)
    return record
  }
  return Object.assign(on, {
    phone,
    case: cover,
    async buy(changes: Partial<Checkout> = {}) {
      const variantId = phone.variants[0]?.id as number
      const lines = changes.lines ?? [{ key: 'a', variantId, quantity: 1 }]
      const opened = await openCheckout(on.simulator, on.shop, lines, { ...newShopper(on.shop), ...changes })
      const paid = await pay(on.simulator, on.shop, opened)
      if ('problem' in paid) throw new Error(paid.problem)
      return paid.order
    },
    async checkoutOf(order: SimOrder) {
      const checkout = await on.simulator.store.find(on.shop.domain, 'checkout', order.checkoutToken ?? '')
      if (!checkout) throw new Error('no checkout')
      return checkout
    },
    order: (id: number) => found('order', id),
  })
}

/** The only variant of a product of the scene. */
export const variantOf = ({ variants }: SimProduct): number => variants[0]?.id as number

/** A code that takes a tenth off everything, once. */
export const tenthOff = (code: string, changes: Partial<SimDiscount> = {}): SimDiscount => ({
  id: code.length,
  title: code,
  codes: [{ id: code.length + 50, code, used: 0 }],
  kind: 'basic',
  value: { percentage: 0.1 },
  items: { all: true },
  startsAt: '2020-01-01T00:00:00Z',
  endsAt: null,
  usageLimit: 1,
  oncePerCustomer: false,
  customerIds: null,
  minimum: null,
  combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
  createdAt: '2020-01-01T00:00:00Z',
  updatedAt: '2020-01-01T00:00:00Z',
  ...changes,
})
