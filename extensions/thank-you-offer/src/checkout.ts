import type { BlockProduct, BlockStep, BlockVariant } from '../../../app/surfaces/contract.ts'
import { page } from './page.ts'

export interface Picked {
  product: BlockProduct
  variant: BlockVariant
  quantity: number
}

export const pickFirst = (product: BlockProduct): Picked => ({ product, variant: product.variants[0]!, quantity: product.quantity })

/** The quantity stays where there is enough of the other variant. */
export const pickVariant = ({ product, quantity }: Picked, variant: BlockVariant): Picked => ({
  product,
  variant,
  quantity: variant.totals ? Math.min(quantity, product.least! + variant.totals.length - 1) : quantity,
})

export const totalOf = ({ product, variant, quantity }: Picked): string =>
  variant.totals && product.least !== undefined ? variant.totals[quantity - product.least]! : variant.total

/** Of several products together, as the app writes sums; undefined where the step says how it is bought without one. */
export function totalOfAll({ total, sum }: BlockStep, picked: readonly Picked[]): string | undefined {
  if (picked.length === 1) return totalOf(picked[0]!)
  if (!sum) return total
  const { language, currency, exponent: digits } = sum
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
  const amountOf = ({ product, variant, quantity }: Picked) => variant.amounts?.[quantity - (product.least ?? quantity)] ?? 0
  return format.format(picked.reduce((all, one) => all + amountOf(one), 0) / 10 ** digits)
}

const ADDRESS = {
  firstName: 'first_name',
  lastName: 'last_name',
  address1: 'address1',
  address2: 'address2',
  city: 'city',
  provinceCode: 'province',
  zip: 'zip',
  countryCode: 'country',
  phone: 'phone',
} as const

/** What Shopify gave this page of her, for the checkout's fields. Behind the # of a link it reaches no server of ours. */
function prefilled(): string {
  const { buyerIdentity, shippingAddress } = page()
  const fields = new URLSearchParams()
  const email = buyerIdentity?.email.value
  if (email) fields.set('checkout[email]', email)
  const address: Partial<Record<keyof typeof ADDRESS, string | undefined>> = shippingAddress?.value ?? {}
  for (const [from, to] of Object.entries(ADDRESS)) {
    const value = address[from as keyof typeof ADDRESS]
    if (value) fields.set(`checkout[shipping_address][${to}]`, value)
  }
  return fields.toString()
}

/** One click: the app's page hands out what she was promised and leads on to a checkout that is filled in. A sample leads nowhere. */
export function checkoutLink(url: string, placement: string, stepId: string, picked: readonly Picked[]): { href?: string } {
  if (!placement) return {}
  const asked = new URLSearchParams({ placement, step: stepId, locale: page().localization.language.value.isoCode })
  if (picked.length > 0) asked.set('choice', picked.map(({ variant, quantity }) => `${variant.variantId}:${quantity}`).join())
  return { href: `${url}/surface/take?${asked.toString()}#${prefilled()}` }
}
