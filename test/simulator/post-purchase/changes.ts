import { z } from 'zod'
import { refusal } from './errors.ts'
import type { Refusal } from './errors.ts'

const Id = z.number().int().positive()

const Discount = z.strictObject({
  value: z.number().nonnegative(),
  valueType: z.enum(['percentage', 'fixed_amount']),
  title: z.string(),
})

const Change = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('add_variant'), variantId: Id, quantity: z.number().int().positive(), discount: Discount.optional() }),
  z.strictObject({
    type: z.literal('add_shipping_line'),
    price: z.number().nonnegative(),
    title: z.string().optional(),
    presentmentTitle: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('add_subscription'),
    variantId: Id,
    sellingPlanId: Id,
    quantity: z.number().int().positive(),
    initialShippingPrice: z.number().nonnegative(),
    recurringShippingPrice: z.number().nonnegative(),
    shippingOption: z.strictObject({ title: z.string().optional(), presentmentTitle: z.string().optional() }),
    discount: Discount.optional(),
  }),
  z.strictObject({
    type: z.literal('set_metafield'),
    key: z.string().min(1),
    namespace: z.string().min(1),
    value: z.union([z.string(), z.number()]),
    valueType: z.enum(['integer', 'string', 'json_string']),
  }),
])

export type Change = z.infer<typeof Change>
type Of<Type extends Change['type']> = Extract<Change, { type: Type }>
export type AddLine = Of<'add_variant'> | Of<'add_subscription'>
export type AddSubscription = Of<'add_subscription'>
export type AddShippingLine = Of<'add_shipping_line'>
export type SetMetafield = Of<'set_metafield'>

export const isLine = (change: Change): change is AddLine => change.type === 'add_variant' || change.type === 'add_subscription'
export const isSubscription = (change: Change): change is AddSubscription => change.type === 'add_subscription'

export const isRefusal = (value: object): value is Refusal => 'code' in value && 'message' in value

export function readChanges(changes: unknown): Change[] | Refusal {
  if (!Array.isArray(changes) || changes.length === 0) return refusal('invalid_request', 'changes must be a list of at least one change')
  const parsed = z.array(Change).safeParse(changes)
  if (!parsed.success)
    return refusal('invalid_request', parsed.error.issues.map((issue) => `changes.${issue.path.join('.')}: ${issue.message}`).join('; '))
  const tooMuch = parsed.data.find((change) => isLine(change) && change.discount?.valueType === 'percentage' && change.discount.value > 100)
  return tooMuch ? refusal('invalid_request', 'a discount of more than 100 percent') : parsed.data
}
