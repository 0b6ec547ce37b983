import { randomBytes } from 'node:crypto'
import { currencyIn } from '../admin-api/types/contextual-price.ts'
import { NotModelled } from '../admin-api/refusals.ts'
import { isOnSale, quoteFor, type CartLine } from '../checkout/desk.ts'
import type { SimCheckout, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { keepSimCart } from './carts.ts'

export interface Context {
  simulator: Simulator
  shop: SimShop
  inContext: Record<string, unknown>
}

export interface CartInput {
  lines?: { merchandiseId: string; quantity?: number; sellingPlanId?: string; attributes?: object[] }[]
  discountCodes?: string[]
  attributes?: { key: string; value: string }[]
  buyerIdentity?: { countryCode?: string }
  [field: string]: unknown
}

interface UserError {
  code: string
  field: string[]
  message: string
}

const MODELLED = ['lines', 'discountCodes', 'attributes', 'buyerIdentity']

/** A cart with these lines, and the address of its checkout; or why there is none. Codes that do not apply are kept and said to be so. */
export async function createCart(context: Context, input: CartInput): Promise<object> {
  refuseUnmodelled(context, input)
  const { simulator, shop } = context
  const { lines, userErrors } = await linesIn(simulator, shop, input.lines ?? [])
  if (userErrors.length > 0) return { cart: null, userErrors, warnings: [] }
  const codes = [...new Set((input.discountCodes ?? []).map((code) => code.toUpperCase()))]
  const cart = {
    token: randomBytes(16).toString('hex'),
    key: randomBytes(16).toString('hex'),
    lines,
    discountCodes: codes,
    attributes: input.attributes ?? [],
    locale: localeOf(shop, context.inContext['language']),
    presentmentCurrency: currencyIn(shop, String(input.buyerIdentity?.countryCode ?? context.inContext['country'] ?? shop.country)),
  }
  await keepSimCart(simulator, shop, cart)
  const refused = await refusedCodes(simulator, shop, cart)
  return {
    cart: {
      id: `gid://shopify/Cart/${cart.token}?key=${cart.key}`,
      checkoutUrl: `https://${shop.domain}/cart/c/${cart.token}?key=${cart.key}`,
      discountCodes: codes.map((code) => ({ code, applicable: !refused.includes(code) })),
      attributes: cart.attributes,
      totalQuantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    },
    userErrors: [],
    warnings: [],
  }
}

/** What the simulated cart would lose, it does not take. */
function refuseUnmodelled({ inContext }: Context, input: CartInput): void {
  const others = [
    ...Object.keys(input).filter((name) => !MODELLED.includes(name)),
    ...Object.keys(input.buyerIdentity ?? {}).filter((name) => name !== 'countryCode'),
    ...(input.lines ?? []).flatMap((line) => Object.keys(line).filter((name) => name === 'attributes' || name === 'parent')),
    ...Object.keys(inContext).filter((name) => name !== 'language' && name !== 'country'),
  ]
  if (others.length > 0) throw new NotModelled(`${others.join(', ')} of a cart of the Storefront API`)
}

async function linesIn(simulator: Simulator, shop: SimShop, asked: NonNullable<CartInput['lines']>) {
  const lines: CartLine[] = []
  const userErrors: UserError[] = []
  for (const [index, { merchandiseId, quantity = 1, sellingPlanId }] of asked.entries()) {
    const variantId = Number(/^gid:\/\/shopify\/ProductVariant\/(\d+)$/.exec(merchandiseId)?.[1])
    const product = variantId ? await simulator.store.find(shop.domain, 'product', `variant:${variantId}`) : null
    const variant = product?.variants.find(({ id }) => id === variantId)
    const planId = sellingPlanId === undefined ? undefined : Number(/^gid:\/\/shopify\/SellingPlan\/(\d+)$/.exec(sellingPlanId)?.[1])
    const fault = (code: string, field: string, message: string) =>
      userErrors.push({ code, field: ['input', 'lines', String(index), field], message })
    if (!product || !variant || !isOnSale(product))
      fault('INVALID', 'merchandiseId', `The merchandise with id ${merchandiseId} does not exist.`)
    else if (planId !== undefined && !product.sellingPlans?.some(({ id }) => id === planId))
      fault('SELLING_PLAN_NOT_APPLICABLE', 'sellingPlanId', 'The selling plan is not applicable to the merchandise.')
    else if (variant.tracked && variant.inventoryPolicy !== 'CONTINUE' && variant.inventoryQuantity < quantity)
      throw new NotModelled('a cart of the Storefront API with more than there is in stock')
    lines.push({ variantId, quantity, ...(planId === undefined ? {} : { sellingPlanId: planId }) })
  }
  return { lines, userErrors }
}

/** DE is `de`, PT_BR `pt-BR`; a language that the shop does not have is its own. */
function localeOf(shop: SimShop, language: unknown): string {
  const [name = '', region] = String(language ?? '').split('_')
  const asked = region ? `${name.toLowerCase()}-${region}` : name.toLowerCase()
  return shop.locales.includes(asked) ? asked : shop.locale
}

async function refusedCodes(
  simulator: Simulator,
  shop: SimShop,
  { lines, discountCodes, presentmentCurrency }: Pick<SimCheckout, 'discountCodes' | 'presentmentCurrency'> & { lines: CartLine[] },
): Promise<string[]> {
  const keyed = lines.map((line, index) => ({ key: String(index), ...line }))
  const nobody = { email: null, customerId: null, shippingMethod: null }
  const { refused } = await quoteFor(simulator, shop, { ...nobody, lines: keyed, discountCodes, presentmentCurrency })
  return refused.map(({ code }) => code)
}
