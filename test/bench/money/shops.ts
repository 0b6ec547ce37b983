import type { SimProduct, SimShop } from '../../simulator/model.ts'
import { toDecimal } from '../../simulator/money.ts'
import type { Dice } from './dice.ts'

interface Kind {
  handle: string
  currency: string
  timeZone: string
  taxRate: number
  taxesIncluded: boolean
  rates: Record<string, number>
}

/** Two, none and three decimals; tax inside, on top and none; days that begin at other times. */
const KINDS: readonly Kind[] = [
  { handle: 'euro', currency: 'EUR', timeZone: 'Europe/Berlin', taxRate: 0.19, taxesIncluded: true, rates: { JPY: 163.4, KWD: 0.335 } },
  { handle: 'dollar', currency: 'USD', timeZone: 'America/Los_Angeles', taxRate: 0.0825, taxesIncluded: false, rates: { EUR: 0.92 } },
  { handle: 'yen', currency: 'JPY', timeZone: 'Asia/Tokyo', taxRate: 0.1, taxesIncluded: true, rates: { USD: 0.0067 } },
  { handle: 'dinar', currency: 'KWD', timeZone: 'Asia/Kuwait', taxRate: 0.05, taxesIncluded: false, rates: { EUR: 2.98 } },
  { handle: 'rupee', currency: 'INR', timeZone: 'Asia/Kolkata', taxRate: 0, taxesIncluded: false, rates: { USD: 0.0119 } },
]

export const SHOPS: readonly SimShop[] = KINDS.map((kind, index) => ({
  ...kind,
  id: 7_000 + index,
  domain: `${kind.handle}.myshopify.com`,
  name: kind.handle,
  email: 'owner@example.com',
  country: 'DE',
  locale: 'en',
  locales: ['en'],
  plan: 'basic',
  taxShipping: index % 2 === 0,
  shippingMethods: [
    { code: 'standard', title: 'Standard', price: amount(490, kind.currency), freeFrom: null, pickup: false, localDelivery: false },
  ],
  postPurchaseApp: true,
  paypalReferenceTransactions: true,
  createdAt: '2025-01-01T00:00:00Z',
  installed: { scopes: [], installedAt: '2025-01-01T00:00:00Z' },
}))

/** Cents of a shop that has them; elsewhere as many minor units. */
function amount(minor: number, currency: string): string {
  return toDecimal(minor, currency)
}

const AT = '2026-01-01T00:00:00Z'
export const PRODUCTS = 12

/** Odd prices, so that every rounding shows; of every third nobody knows the cost, and some are not taxed. */
export function productsOf(shop: SimShop, dice: Dice): SimProduct[] {
  return Array.from({ length: PRODUCTS }, (_, index) => {
    const id = shop.id * 1_000 + index
    const price = 199 + dice.below(9_800)
    return {
      ...EMPTY,
      id,
      title: `Product ${index}`,
      handle: `product-${index}`,
      variants: [
        {
          ...VARIANT,
          id: id * 10,
          sku: `sku-${index}`,
          inventoryItemId: id * 10 + 1,
          price: amount(price, shop.currency),
          cost: index % 3 === 2 ? null : amount(Math.floor(price / 3), shop.currency),
          taxable: index % 5 !== 4,
        },
      ],
    }
  })
}

const EMPTY: Omit<SimProduct, 'id' | 'title' | 'handle' | 'variants'> = {
  descriptionHtml: '',
  vendor: 'Bench',
  productType: 'Thing',
  tags: [],
  status: 'ACTIVE',
  publishedAt: AT,
  options: [{ name: 'Title', values: ['Default Title'] }],
  images: [],
  metafields: [],
  createdAt: AT,
  updatedAt: AT,
}
const VARIANT: Omit<SimProduct['variants'][number], 'id' | 'sku' | 'inventoryItemId' | 'price' | 'cost' | 'taxable'> = {
  title: 'Default Title',
  position: 1,
  compareAtPrice: null,
  options: ['Default Title'],
  inventoryQuantity: 0,
  tracked: false,
  inventoryPolicy: 'CONTINUE',
  requiresShipping: true,
  weightGrams: 100,
  imageId: null,
  updatedAt: AT,
}
