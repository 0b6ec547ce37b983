import { OfferDefinition } from '#app/offers/offer.ts'

/** A case at 15 % off for who bought product 1; declined, a plain one at 25 % off; the case accepted, a film for it. */
export const caseForPhone = OfferDefinition.parse({
  title: 'Case for the phone',
  rules: { kind: 'all', rules: [{ kind: 'product', productIds: ['1'] }] },
  priority: 1,
  schedule: { startsAt: null, endsAt: null },
  steps: [
    {
      id: 'case',
      items: { kind: 'bundle', products: [{ productId: '2', variantId: '21', quantity: 1 }] },
      discount: { kind: 'percentage', percent: 15 },
      onAccept: 'film',
      onDecline: 'plain',
    },
    {
      id: 'plain',
      items: { kind: 'bundle', products: [{ productId: '3', variantId: '31', quantity: 1 }] },
      discount: { kind: 'percentage', percent: 25 },
      onAccept: null,
      onDecline: null,
    },
    {
      id: 'film',
      items: { kind: 'bundle', products: [{ productId: '4', variantId: '41', quantity: 2 }] },
      discount: { kind: 'fixed', amount: 250 },
      onAccept: null,
      onDecline: null,
    },
  ],
})

export const PRODUCTS = [
  { id: 1 },
  { id: 2, title: 'Case' },
  { id: 3, title: 'Plain case', price: 1000 },
  { id: 4, title: 'Film', price: 500 },
]
