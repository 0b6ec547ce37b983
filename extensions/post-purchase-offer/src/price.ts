import type { ExtensionPoints } from '@shopify/post-purchase-ui-extensions'

type Input = Parameters<ExtensionPoints['Checkout::PostPurchase::Render']>[1]
type Calculated = NonNullable<Awaited<ReturnType<Input['calculateChangeset']>>['calculatedPurchase']>
type MoneyBag = Calculated['totalOutstandingSet']

export interface LinePrice {
  original: number
  discounted: number
}

/** Amounts in thousandths, the smallest unit any currency has, so that sums are exact. */
export interface Price {
  lines: LinePrice[] // in the order of the changes
  original: number
  discount: number
  shipping: number
  tax: number
  taxIncluded: boolean
  total: number
}

export function thousandths(decimal: string): number {
  const [whole = '0', fraction = ''] = decimal.replace('-', '').split('.')
  const size = Number(whole) * 1000 + Number(`${fraction}000`.slice(0, 3))
  return decimal.charAt(0) === '-' ? -size : size
}

const shown = (set: MoneyBag): number => thousandths(set.presentmentMoney.amount)
const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0)

/** What the step adds to the order, as Shopify calculated it, in the currency the shopper pays in. */
export function readPrice(calculated: Calculated, variantIds: number[]): Price {
  const lines = variantIds.map((id) => {
    const line = calculated.updatedLineItems.filter(({ variantId }) => variantId === id)[0]
    return line ? { original: shown(line.priceSet) * line.quantity, discounted: shown(line.totalPriceSet) } : { original: 0, discounted: 0 }
  })
  const discounted = sum(lines.map((line) => line.discounted))
  const original = Math.max(discounted, sum(lines.map((line) => line.original)))
  const shipping = sum(calculated.addedShippingLines.map((line) => shown(line.priceSet)))
  const tax = sum(calculated.addedTaxLines.map((line) => shown(line.priceSet)))
  const total = shown(calculated.totalOutstandingSet)
  return { lines, original, discount: original - discounted, shipping, tax, taxIncluded: tax > 0 && discounted + shipping === total, total }
}

const NO_DECIMALS = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
const THREE_DECIMALS = 'BHD IQD JOD KWD LYD OMR TND'

function decimalsOf(currency: string): number {
  if (NO_DECIMALS.indexOf(currency) >= 0) return 0
  return THREE_DECIMALS.indexOf(currency) >= 0 ? 3 : 2
}

/** In the shopper's way of writing where the sandbox has Intl, which it does not promise; else `12.34 EUR`. */
export function formatAmount(amount: number, currency: string, locale: string): string {
  const decimals = decimalsOf(currency)
  try {
    const options = { style: 'currency', currency, minimumFractionDigits: decimals, maximumFractionDigits: decimals } as const
    return new Intl.NumberFormat(locale, options).format(amount / 1000)
  } catch {
    return `${(amount / 1000).toFixed(decimals)} ${currency}`
  }
}
