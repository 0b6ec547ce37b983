import { z } from 'zod'
import { LANGUAGES } from '#app/values/languages.ts'
import { percentageOf } from '#app/values/money.ts'

const id = z.string().min(1).max(40)
const shopifyId = z.string().regex(/^\d+$/)
const pieces = z.number().int().min(1).max(99)

/** How a step's products are priced: a percentage off, an amount off each unit in minor units of the shop's currency, or nothing off. */
export const Discount = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('percentage'), percent: z.number().gt(0).max(100) }),
  z.object({ kind: z.literal('fixed'), amount: z.number().int().positive() }),
])
export type Discount = z.infer<typeof Discount>

/** How many the shopper gets: `quantity` at first, and as few or as many as she likes from `least` to `most`; without them just that. */
const Pieces = { quantity: pieces.default(1), least: pieces.optional(), most: pieces.optional() }

/** The variant that is offered; with `anyVariant` the shopper may take another one of the same product, and this one is chosen at first. */
export const StepProduct = z
  .object({ productId: shopifyId, variantId: shopifyId, anyVariant: z.boolean().default(false), ...Pieces })
  .transform(ranged)
export type StepProduct = z.infer<typeof StepProduct>

/** What the shopper can take: all of it, one of it, or one of what fits her best from a list or a collection. */
export const Items = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bundle'), products: z.array(StepProduct).min(1).max(5) }),
  z.object({ kind: z.literal('choice'), products: z.array(StepProduct).min(2).max(10) }),
  z
    .object({
      kind: z.literal('best'),
      from: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('collection'), collectionId: shopifyId }),
        z.object({ kind: z.literal('products'), productIds: z.array(shopifyId).min(1).max(250) }),
      ]),
      show: z.number().int().min(1).max(3).default(1), // with more than one the shopper takes one of them
      anyVariant: z.boolean().default(true),
      ...Pieces,
    })
    .transform(ranged),
])
export type Items = z.infer<typeof Items>

/**
 * What delivery of the step costs on top. `with-order`: it travels with the order on what the shopper has paid the store for already, and no
 * shipping line is added. `free`: a shipping line of nothing is added, which says so. `fixed`: a shipping line of this amount.
 */
export const Shipping = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('with-order') }),
  z.object({ kind: z.literal('free') }),
  z.object({ kind: z.literal('fixed'), amount: z.number().int().positive() }),
])
export type Shipping = z.infer<typeof Shipping>

/** Sold as a subscription by this plan of the shop; `recurringShipping` is what each later delivery costs, in minor units. */
export const Subscription = z.object({
  sellingPlanId: shopifyId,
  name: z.string().trim().max(200).default(''), // as the shop calls it; shown to the shopper
  recurringShipping: z.number().int().nonnegative().default(0),
})

/** Empty: Encore's own words. {product}, {first_name} and {saving} stand for what they say, {total} on the button for the price. */
export const StepWording = z.object({
  headline: z.string().trim().max(120).default(''),
  body: z.string().trim().max(600).default(''),
  accept: z.string().trim().max(40).default(''),
  decline: z.string().trim().max(40).default(''),
})
export type StepWording = z.infer<typeof StepWording>

export const StepImage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('variant') }), // the product's where the variant has none
  z.object({ kind: z.literal('product') }),
  z.object({ kind: z.literal('own'), url: z.url({ protocol: /^https$/ }).max(2_000), alt: z.string().trim().max(200).default('') }),
  z.object({ kind: z.literal('none') }),
])
export type StepImage = z.infer<typeof StepImage>

/** One screen of an offer. Use `priceOf` and `deliveryOf`, not the fields: a gift costs nothing whatever they say. */
export const Step = z.object({
  id,
  items: Items,
  discount: Discount,
  gift: z.boolean().default(false),
  shipping: Shipping.default({ kind: 'with-order' }),
  subscription: Subscription.nullable().default(null),
  wording: z.partialRecord(z.enum(LANGUAGES), StepWording).default({}),
  image: StepImage.default({ kind: 'variant' }),
  crossedOut: z.boolean().default(true), // the price before the discount beside the one after it
  stars: z.boolean().default(true), // what reviews of the product come to, where there are any
  onAccept: id.nullable(),
  onDecline: id.nullable(),
})
export type Step = z.infer<typeof Step>

export const priceOf = ({ gift, discount }: Pick<Step, 'gift' | 'discount'>): Discount =>
  gift ? { kind: 'percentage', percent: 100 } : discount
export const deliveryOf = ({ gift, shipping }: Pick<Step, 'gift' | 'shipping'>): Shipping => (gift ? { kind: 'free' } : shipping)

/** Off one unit of this price, never more than it costs. */
export function amountOff(discount: Discount, price: number): number {
  if (discount.kind === 'none') return 0
  return discount.kind === 'percentage' ? percentageOf(price, discount.percent) : Math.min(discount.amount, price)
}

/** The products that a step names one by one; those of a best match are known only for a purchase. */
export const namedProducts = ({ items }: Pick<Step, 'items'>): readonly StepProduct[] => (items.kind === 'best' ? [] : items.products)

type Open = { quantity: number; least?: number | undefined; most?: number | undefined }

function ranged<Given extends Open>(given: Given): Omit<Given, keyof Open> & { quantity: number; least: number; most: number } {
  return { ...given, least: given.least ?? given.quantity, most: given.most ?? given.quantity }
}
