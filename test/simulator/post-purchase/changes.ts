import { z } from 'zod'
import { NotModelled, refusal } from './errors.ts'
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
])

export type AddVariant = Extract<z.infer<typeof Change>, { type: 'add_variant' }>
export type AddShippingLine = Extract<z.infer<typeof Change>, { type: 'add_shipping_line' }>
export type Change = AddVariant | AddShippingLine

const KNOWN_BUT_NOT_MODELLED = ['add_subscription', 'set_metafield']

export const isRefusal = (value: object): value is Refusal => 'code' in value && 'message' in value

export function readChanges(changes: unknown): Change[] | Refusal {
  if (!Array.isArray(changes) || changes.length === 0) return refusal('invalid_request', 'changes must be a list of at least one change')
  const types = changes.map((change: { type?: unknown } | null) => change?.type)
  const missing = types.find((type) => KNOWN_BUT_NOT_MODELLED.includes(String(type)))
  if (missing) throw new NotModelled(`The simulator does not model the change "${missing}"`)
  const parsed = z.array(Change).safeParse(changes)
  if (!parsed.success)
    return refusal('invalid_request', parsed.error.issues.map((issue) => `changes.${issue.path.join('.')}: ${issue.message}`).join('; '))
  const tooMuch = parsed.data.find(
    (change) => change.type === 'add_variant' && change.discount?.valueType === 'percentage' && change.discount.value > 100,
  )
  return tooMuch ? refusal('invalid_request', 'a discount of more than 100 percent') : parsed.data
}
