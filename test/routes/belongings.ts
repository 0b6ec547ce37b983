import { db } from '#app/platform/db.server.ts'

const at = new Date('2026-11-02T10:00:00Z')

/** One of everything that an address of the admin can name; an offer is made through its own page. */
export async function belongings(shop: string, id: string): Promise<void> {
  const money = { currency: 'EUR', presentmentCurrency: 'EUR', total: 1000n, originalTotal: 1000n }
  await db.order.create({ data: { shop, id, name: '#1', checkoutToken: `c${id}`, ...money, processedAt: at, updatedAt: at } })
  const said = { productId: '1', source: 'form', sourceId: id, rating: 4, body: 'Good.', author: 'Ann', email: 'ann@example.com' }
  await db.review.create({ data: { shop, id, ...said, language: 'en', submittedAt: at } })
  const columns = { header: ['rating', 'body'], mapping: { rating: 0, body: 1 }, rows: 1 }
  await db.reviewImport.create({ data: { shop, id, fileName: 'reviews.csv', state: 'mapped', ...columns } })
  await db.privacyRequest.create({ data: { shop, id, topic: 'customers/data_request', requestedAt: at, report: { orders: [] } } })
}

export const offer = (edit: object = {}) => ({
  title: 'Case',
  rules: { kind: 'all', rules: [] },
  steps: [
    {
      id: 'step-1',
      items: { kind: 'bundle', products: [{ productId: '1', variantId: '11', quantity: 1 }] },
      discount: { kind: 'percentage', percent: 15 },
      wording: {},
      onAccept: null,
      onDecline: null,
    },
  ],
  priority: 0,
  schedule: { startsAt: null, endsAt: null },
  ...edit,
})
