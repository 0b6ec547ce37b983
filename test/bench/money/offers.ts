import type { SimProduct, SimShop } from '../../simulator/model.ts'
import { inventoryItemPayload, productPayload } from '../../simulator/webhooks/payloads/catalog.ts'
import type { Encore } from './encore.ts'

export interface Stall {
  shop: SimShop
  products: readonly SimProduct[]
  fallback: string // an offer for every purchase
}

/** The shop as Encore knows it after its install: products by their own webhooks, three funnels, the plainest prepared as fallback. */
export async function openStall(encore: Encore, shop: SimShop, products: readonly SimProduct[]): Promise<Stall> {
  const { domain, currency, timeZone } = shop
  await encore.db.shop.create({ data: { shop: domain, currency, timeZone, scopes: [] } })
  for (const product of products) {
    await hear(encore, domain, 'products/create', productPayload(product))
    for (const variant of product.variants) await hear(encore, domain, 'inventory_items/update', inventoryItemPayload(shop, variant))
  }
  const [first, second, fallback] = await Promise.all(
    funnels(products).map((offer) => encore.createOffer(domain, encore.OfferDefinition.parse(offer), 'active')),
  )
  if (!first || !second || !fallback) throw new Error('Three offers were asked for')
  await encore.saveSettings(domain, { fallbackOfferId: fallback.id, limitMs: 1_000 })
  return { shop, products, fallback: fallback.id }
}

async function hear({ topics, parseExactly }: Encore, shop: string, topic: string, payload: object): Promise<void> {
  const react = topics[topic]
  if (!react) throw new Error(`Encore does not react to ${topic}`)
  await react({
    shop,
    id: topic,
    topic,
    eventId: null,
    triggeredAt: new Date('2026-01-01T00:00:00Z'),
    receivedAt: new Date(),
    body: parseExactly(JSON.stringify(payload)),
  })
}

const schedule = { startsAt: null, endsAt: null }
const end = { onAccept: null, onDecline: null }
const bundle = (...items: object[]) => ({ items: { kind: 'bundle', products: items } })

const PLAIN = { title: 'For everybody', priority: 1, schedule }
const PLAIN_STEP = { id: 'only step', discount: { kind: 'fixed', amount: 33 }, ...end }

/** A step of two products, a gift, a step that costs shipping. */
function funnels(products: readonly SimProduct[]): object[] {
  const item = (index: number, quantity = 1) => {
    const product = products[index]
    return { productId: String(product?.id), variantId: String(product?.variants[0]?.id), quantity }
  }
  const bought = (index: number) => ({ kind: 'all', rules: [{ kind: 'product', productIds: [item(index).productId] }] })
  return [
    {
      title: 'Three steps and a way out',
      rules: bought(0),
      priority: 20,
      schedule,
      steps: [
        { id: 'one', ...bundle(item(4, 3)), discount: { kind: 'percentage', percent: 15 }, onAccept: 'two', onDecline: 'less' },
        {
          id: 'two',
          ...bundle(item(5), item(6, 2)),
          discount: { kind: 'none' },
          shipping: { kind: 'fixed', amount: 250 },
          onAccept: 'gift',
          onDecline: null,
        },
        { id: 'gift', ...bundle(item(7)), discount: { kind: 'none' }, gift: true, ...end },
        { id: 'less', ...bundle(item(4)), discount: { kind: 'percentage', percent: 33.33 }, ...end },
      ],
    },
    {
      title: 'Another step, whatever she says',
      rules: bought(1),
      priority: 10,
      schedule,
      steps: [
        {
          id: 'first',
          ...bundle(item(10)),
          discount: { kind: 'fixed', amount: 100 },
          shipping: { kind: 'fixed', amount: 300 },
          onAccept: 'more',
          onDecline: 'more',
        },
        { id: 'more', ...bundle(item(8, 2)), discount: { kind: 'percentage', percent: 50 }, ...end },
      ],
    },
    { ...PLAIN, steps: [{ ...PLAIN_STEP, ...bundle(item(9, 2)) }] },
  ]
}
