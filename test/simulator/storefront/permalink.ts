import { NotModelled } from '../admin-api/refusals.ts'
import { BLANK_ADDRESS } from '../checkout/form.ts'
import type { CartLine } from '../checkout/desk.ts'
import type { SimAddress, SimCheckout } from '../model.ts'

/** What a cart permalink says. */
export interface Permalink {
  lines: CartLine[]
  codes: string[]
  /** Contact, address, note, attributes and payment, as far as it names them. */
  given: Partial<Pick<SimCheckout, 'email' | 'address' | 'note' | 'attributes' | 'paymentMethod'>>
  /** `storefront=true`: to the cart instead of the checkout. */
  toCart: boolean
}

/** Parts of the documented permalink that the simulator has no counterpart for. */
const NOT_MODELLED = ['access_token', 'source_name', 'properties']

const ADDRESS_FIELDS: Record<string, keyof SimAddress> = {
  first_name: 'firstName',
  last_name: 'lastName',
  address1: 'address1',
  address2: 'address2',
  city: 'city',
  zip: 'zip',
  province: 'province',
  country: 'countryCode',
  phone: 'phone',
}

/** Null where the address is no permalink. Source: shopify.dev, Create cart permalinks. */
export function readPermalink(path: string, query: URLSearchParams): Permalink | null {
  const lines = linesOf(path)
  if (!lines) return null
  const refused = NOT_MODELLED.find((name) => query.has(name))
  if (refused) throw new NotModelled(`${refused} in a cart permalink`)
  return {
    lines,
    codes: (query.get('discount') ?? '').split(',').flatMap((code) => code.trim().toUpperCase() || []),
    given: givenIn(query),
    toCart: query.get('storefront') === 'true',
  }
}

export function givenIn(query: URLSearchParams): Permalink['given'] {
  const attributes = [...query].flatMap(([name, value]) => {
    const key = /^attributes\[(.+)\]$/.exec(name)?.[1]
    return key === undefined ? [] : [{ key, value }]
  })
  const note = query.get('note')
  return {
    ...contactOf(query),
    ...(note ? { note } : {}),
    ...(attributes.length > 0 ? { attributes } : {}),
    ...paymentOf(query.get('payment')),
  }
}

/** `70881412:1,70881382:2`; the same variant twice adds up. */
function linesOf(path: string): CartLine[] | null {
  if (!/^\d+:\d+(,\d+:\d+)*$/.test(path)) return null
  const wanted = new Map<number, number>()
  for (const [variantId = 0, quantity = 0] of path.split(',').map((part) => part.split(':').map(Number)))
    wanted.set(variantId, (wanted.get(variantId) ?? 0) + quantity)
  return [...wanted].map(([variantId, quantity]) => ({ variantId, quantity })).filter(({ quantity }) => quantity > 0)
}

function contactOf(query: URLSearchParams): Permalink['given'] {
  const given = [...query].filter(([name]) => name.startsWith('checkout['))
  const address: Partial<SimAddress> = {}
  let email: string | null = null
  for (const [name, value] of given) {
    const field = ADDRESS_FIELDS[/^checkout\[shipping_address\]\[(\w+)\]$/.exec(name)?.[1] ?? '']
    if (name === 'checkout[email]') email = value
    else if (field) Object.assign(address, { [field]: field === 'countryCode' ? countryCode(value) : value })
    // Shopify would pass over it, and whoever wrote it would not notice.
    else throw new NotModelled(`${name} in a cart permalink`)
  }
  return {
    ...(email ? { email } : {}),
    ...(Object.keys(address).length > 0 ? { address: { ...BLANK_ADDRESS, ...address } } : {}),
  }
}

/** A code, or the country's English name. */
function countryCode(value: string): string {
  if (/^[A-Za-z]{2}$/.test(value)) return value.toUpperCase()
  const names = new Intl.DisplayNames(['en'], { type: 'region' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const found = codes.find((code) => names.of(code) === value)
  // Countries of the past go by the names of their successors.
  const region = found && new Intl.Locale(`und-${found}`).region
  if (!region) throw new NotModelled(`the country ${value} in a cart permalink`)
  return region
}

function paymentOf(payment: string | null): Permalink['given'] {
  if (payment === null) return {}
  if (payment !== 'shop_pay') throw new NotModelled(`payment=${payment} in a cart permalink`)
  return { paymentMethod: 'shop_pay' }
}
