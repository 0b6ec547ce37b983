import type { OfferView, ShopMetafield, StepView, Wording } from '#app/surfaces/contract.ts'

export const TOKEN = 'token.of.shopify'

export const step = (id: string, more: Partial<StepView> = {}): StepView => ({
  id,
  headline: 'Protect your phone',
  body: 'A case that fits.',
  products: [
    {
      title: 'Clear case',
      image: { url: 'https://cdn.shopify.com/case.png', alt: 'A clear case' },
      variants: [{ variantId: 11, title: 'Blue' }],
      quantity: 1,
      least: 1,
      most: 1,
    },
  ],
  take: 'all',
  discount: { value: 15, valueType: 'percentage', title: '15% off' },
  crossedOut: true,
  onAccept: null,
  onDecline: null,
  ...more,
})

/** Without a wording of its own the offer speaks the bundle's English. */
export const offer = (steps: StepView[] = [step('one')], wording: Partial<Wording> = {}): OfferView => ({
  offerId: 'offer-1',
  first: steps[0]?.id ?? '',
  wording: wording as Wording,
  steps,
})

export const shopMetafield = (url: string, more: Partial<ShopMetafield> = {}): ShopMetafield => ({
  url,
  active: true,
  limitMs: 10_000,
  fallback: null,
  places: {},
  ...more,
})

export const inputData = (metafield: ShopMetafield | string | null) => ({
  extensionPoint: 'Checkout::PostPurchase::ShouldRender',
  locale: 'en',
  version: 'unstable',
  token: TOKEN,
  shop: {
    id: 1,
    domain: 'aurora.myshopify.com',
    metafields:
      metafield === null
        ? []
        : [
            {
              namespace: 'app--1',
              key: 'post_purchase',
              valueType: 'json_string',
              value: typeof metafield === 'string' ? metafield : JSON.stringify(metafield),
            },
          ],
  },
  initialPurchase: { referenceId: 'reference', totalPriceSet: bag('100.00'), lineItems: [] },
})

export const bag = (amount: string, currencyCode = 'EUR') => ({
  shopMoney: { amount: '0.00', currencyCode: 'USD' },
  presentmentMoney: { amount, currencyCode },
})

interface Amounts {
  unit?: string
  quantity?: number
  paid?: string
  shipping?: string[]
  taxes?: string[]
  total?: string
  currency?: string
  variantId?: number
}

/** What Shopify calculates for a step: 15 % off a case of 14.50. */
export function calculated({
  unit = '14.50',
  quantity = 1,
  paid = '12.33',
  shipping = [],
  taxes = [],
  total = '12.33',
  currency = 'EUR',
  variantId = 11,
}: Amounts = {}) {
  const money = (amount: string) => bag(amount, currency)
  return {
    status: 'processed',
    errors: [],
    calculatedPurchase: {
      subtotalPriceSet: money('112.33'),
      totalPriceSet: money('112.33'),
      totalOutstandingSet: money(total),
      addedTaxLines: taxes.map((amount) => ({ priceSet: money(amount), rate: 0.19, title: 'VAT' })),
      addedShippingLines: shipping.map((amount) => ({ priceSet: money(amount), presentmentTitle: 'Post' })),
      updatedLineItems: [{ productId: 1, variantId, productHandle: 'case', quantity, priceSet: money(unit), totalPriceSet: money(paid) }],
    },
  }
}

export const unprocessed = (code: string) => ({
  status: 'unprocessed',
  errors: [{ code, message: 'As Shopify says it' }],
  changesetApplicationsRemaining: 3,
})
export const processed = (changesetApplicationsRemaining = 2) => ({ status: 'processed', errors: [], changesetApplicationsRemaining })
export const signed = { ok: true, changesetId: 'changeset-1', changeset: 'signed.by.encore', placement: 'placement.signed' }
