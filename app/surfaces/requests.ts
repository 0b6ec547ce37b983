import { z } from 'zod'
import { BLOCK_SURFACES } from './contract.ts'
import type { AcceptRequest, EventRequest, OfferRequest, OutcomeRequest } from './contract.ts'

const token = z.string().min(1).max(200_000)
const placement = z.string().min(1).max(4_000)
const fallback = z.string().min(1).max(60)
const stepId = z.string().min(1).max(40)
const choice = z
  .array(z.strictObject({ variantId: z.number().int().positive(), quantity: z.number().int().min(1).max(99) }))
  .min(1)
  .max(5)
  .optional()
const kind = z.enum(['shown', 'declined'])

/** What each address takes, and nothing besides: a field that we do not know is a mistake of the sender. */
export const REQUESTS = {
  offer: z.strictObject({ token }) satisfies z.ZodType<OfferRequest>,
  accept: z.union([
    z.strictObject({ token, placement, stepId, choice }),
    z.strictObject({ token, fallback, stepId, choice }),
  ]) as z.ZodType<AcceptRequest>,
  outcome: z.strictObject({
    token,
    changesetId: z.uuid(),
    status: z.enum(['processed', 'partially_processed', 'unprocessed']),
    errors: z.array(z.string().max(80)).max(20),
  }) satisfies z.ZodType<OutcomeRequest>,
  event: z.union([
    z.strictObject({ token, placement, stepId, kind }),
    z.strictObject({ token, fallback, stepId, kind }),
  ]) satisfies z.ZodType<EventRequest>,
}
export type RequestName = keyof typeof REQUESTS

/** The first field that is wrong, by its path; of a union the alternative that comes closest. */
export function wrongField(error: z.ZodError): string {
  const issue = error.issues[0]
  if (issue?.code === 'invalid_union') {
    const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0]?.[0]
    return closest ? nameOf(closest) : 'body'
  }
  return issue ? nameOf(issue) : 'body'
}

function nameOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return issue.keys[0] ?? 'body'
  return issue.path.join('.') || 'body'
}

const variantAndQuantity = z.string().regex(/^\d{1,16}:\d{1,2}$/)

/** What the blocks ask, and the page that leads from them to the checkout. */
export const BLOCK_REQUESTS = {
  block: z.strictObject({
    token,
    surface: z.enum(BLOCK_SURFACES),
    orderId: z.string().max(80).optional(),
    checkoutToken: z.string().min(1).max(100).optional(),
    locale: z.string().min(2).max(20),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    editor: z.boolean().optional(),
  }),
  event: z.strictObject({ token, placement, stepId, kind }),
  take: z
    .object({
      placement,
      step: stepId,
      choice: z
        .string()
        .transform((text) => text.split(','))
        .pipe(z.array(variantAndQuantity).min(1).max(5))
        .optional(),
      locale: z.string().min(2).max(20).default('en'),
    })
    .transform(({ step, choice: chosen, ...rest }) => ({
      ...rest,
      stepId: step,
      choice: chosen?.map((each) => {
        const [variantId, quantity] = each.split(':').map(Number)
        return { variantId: variantId!, quantity: quantity! }
      }),
    })),
}
