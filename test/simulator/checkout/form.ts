import type { PaymentMethod, SimAddress, SimCheckout, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import type { Checkout } from './desk.ts'
import { METHODS } from './page.ts'
import { prefill } from './prefill.ts'

export const BLANK_ADDRESS: SimAddress = {
  firstName: '',
  lastName: '',
  address1: '',
  address2: null,
  city: '',
  zip: '',
  province: null,
  countryCode: 'DE',
  phone: null,
}

/** What the posted form changes of the checkout. Choosing another customer fills in hers. */
export async function readForm(simulator: Simulator, shop: SimShop, checkout: Checkout, form: FormData): Promise<Partial<SimCheckout>> {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : null
  }
  const method = METHODS.find(([one]) => one === text('paymentMethod'))?.[0] as PaymentMethod | undefined
  const currency = text('currency')
  const locale = text('locale')
  const chosen = {
    ...(method ? { paymentMethod: method } : {}),
    ...(currency && (currency === shop.currency || shop.rates[currency]) ? { presentmentCurrency: currency } : {}),
    ...(locale && shop.locales.includes(locale) ? { locale } : {}),
    ...(shop.shippingMethods.some(({ code }) => code === text('shippingMethod')) ? { shippingMethod: text('shippingMethod') } : {}),
    discountCodes: codesOf(checkout, text('code'), text('uncode')),
  }
  const as = text('as') ? Number(text('as')) : null
  if (form.has('as') && as !== checkout.customerId) return { ...chosen, ...(await whoIs(simulator, shop, as)) }
  const news = form.has('newsAsked') ? { acceptsMarketing: form.has('news') } : {}
  const credit = form.has('creditAsked') ? { usesStoreCredit: form.has('credit') } : {}
  return { ...chosen, ...news, ...credit, ...(text('email') ? { email: text('email') } : {}), address: addressOf(checkout, text) }
}

function codesOf({ discountCodes }: Checkout, added: string | null, removed: string | null): string[] {
  const left = discountCodes.filter((code) => code !== removed)
  return added && !left.some((code) => code.toUpperCase() === added.toUpperCase()) ? [...left, added.toUpperCase()] : left
}

async function whoIs(simulator: Simulator, shop: SimShop, customerId: number | null): Promise<Partial<SimCheckout>> {
  const customer = customerId === null ? null : await simulator.store.get(shop.domain, 'customer', customerId)
  if (!customer) return { customerId: null, usesStoreCredit: false, ...(await prefill(simulator, shop)) }
  return { customerId: customer.id, usesStoreCredit: false, email: customer.email, address: customer.address }
}

function addressOf({ address }: Checkout, text: (name: string) => string | null): SimAddress | null {
  const before = address ?? BLANK_ADDRESS
  const named = ['firstName', 'lastName', 'address1', 'zip', 'city', 'countryCode'] as const
  const given = Object.fromEntries(named.flatMap((name) => (text(name) === null ? [] : [[name, text(name)]])))
  return { ...before, ...given }
}
