import { HISTORY, type Sold } from '../admin/history.ts'
import type { SimProduct } from '../../simulator/model.ts'
import { openStore, type Store } from '../../simulator/store.ts'
import { ORDER_STATUS, THANK_YOU } from '../../simulator/ui-extensions/api/pages.ts'
import { placeBlock } from '../../simulator/ui-extensions/placement.ts'
import type { Purchase } from './shopper.ts'

const DOMAIN = `${HISTORY}.myshopify.com`
const OFFERED = 3
const MOST_LINES = 10

export interface OpenShop {
  purchases: Purchase[]
  offered: Sold[] // bought by none of them: each offer fits each purchase
  foreign: string
  pickup: string
}

/** The shop of the history as a merchant leaves it before she installs Encore: blocks placed on both pages, nothing that can sell out. */
export async function openShop(databaseUrl: string, wanted: number): Promise<OpenShop> {
  const store = await openStore(databaseUrl)
  try {
    const shop = await store.shop(DOMAIN)
    if (!shop) throw new Error('There is no shop of the history')
    if (shop.paypalReferenceTransactions) throw new Error('The expected share is that of a shop whose PayPal cannot be charged again')
    for (const target of [THANK_YOU, ORDER_STATUS])
      await placeBlock({ store }, shop, { extension: 'thank-you-offer', target, settings: {} })
    const products = await fillShelves(store)
    const purchases = await purchasesOf(store, products, wanted)
    const bought = new Set(purchases.flatMap(({ lines }) => lines.map(({ variantId }) => variantId)))
    const offered = products.flatMap(({ id, variants: [first] }) =>
      first && !bought.has(first.id) ? [{ productId: String(id), variantId: String(first.id) }] : [],
    )
    const pickup = shop.shippingMethods.find((method) => method.pickup)?.code
    const [foreign] = Object.keys(shop.rates)
    if (!pickup || !foreign || offered.length < OFFERED)
      throw new Error('The shop of the history lacks a pickup, a second currency or an unsold product')
    return { purchases, offered: offered.slice(0, OFFERED), foreign, pickup }
  } finally {
    await store.close()
  }
}

/** What is on sale and shipped, from now on without end. */
async function fillShelves(store: Store): Promise<SimProduct[]> {
  const filled: SimProduct[] = []
  for await (const page of store.pages(DOMAIN, 'product')) {
    const onSale = page.filter(({ status, variants }) => status === 'ACTIVE' && variants.every(({ requiresShipping }) => requiresShipping))
    const endless = onSale.map((product) => ({
      ...product,
      variants: product.variants.map((variant) => ({ ...variant, inventoryPolicy: 'CONTINUE' as const })),
    }))
    await store.putMany(DOMAIN, 'product', endless)
    filled.push(...endless)
  }
  return filled
}

/** The history's orders from its first on, as far as what they held is on sale. */
async function purchasesOf(store: Store, products: readonly SimProduct[], wanted: number): Promise<Purchase[]> {
  const onSale = new Set(products.flatMap(({ variants }) => variants.map(({ id }) => id)))
  const purchases: Purchase[] = []
  for await (const page of store.pages(DOMAIN, 'order'))
    for (const { customerId, lines } of page) {
      const kept = lines.flatMap(({ variantId, quantity }) =>
        variantId !== null && onSale.has(variantId) ? [{ variantId, quantity }] : [],
      )
      if (kept.length > 0) purchases.push({ customerId, lines: kept.slice(0, MOST_LINES) })
      if (purchases.length === wanted) return purchases
    }
  return purchases
}
