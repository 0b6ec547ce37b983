import type { SimDiscount } from '../../model.ts'
import { faultOfCode, TAKEN } from '../../discounts/code-faults.ts'
import { redeemCodePayload, discountPayload } from '../../webhooks/payloads/discounts.ts'
import { type Caller, readGid } from '../fields.ts'
import { NotModelled } from '../refusals.ts'
import { asDiscount } from '../types/discounts.ts'

/** What every kind of code discount is given. */
export interface SharedInput {
  title?: string
  code?: string
  startsAt?: string
  endsAt?: string | null
  usageLimit?: number | null
  appliesOncePerCustomer?: boolean
  context?: { all?: 'ALL'; customers?: { add?: string[] }; customerSegments?: unknown; markets?: unknown }
  customerSelection?: { all?: boolean; customers?: { add?: string[] } }
  combinesWith?: Partial<SimDiscount['combinesWith']>
  minimumRequirement?: { quantity?: { greaterThanOrEqualToQuantity?: string }; subtotal?: { greaterThanOrEqualToSubtotal?: string } } | null
}

export interface UserError {
  field: string[]
  code: string
  message: string
  extraInfo: null
}
export type Refuse = (path: string, code: string, message: string) => UserError

export const refusing =
  (argument: string): Refuse =>
  (path, code, message) => ({ field: [argument, ...path.split('.')], code, message, extraInfo: null })

export function sharedFaults(input: SharedInput, refuse: Refuse): UserError[] {
  if (input.context?.markets || input.context?.customerSegments)
    throw new NotModelled('The simulator models codes for everybody or for named customers')
  const errors: UserError[] = []
  if (!input.title) errors.push(refuse('title', 'BLANK', "Title can't be blank"))
  const fault = faultOfCode(input.code)
  if (fault) errors.push(refuse('code', fault.code, fault.message))
  if (!input.startsAt) errors.push(refuse('startsAt', 'BLANK', "Starts at can't be blank"))
  if (input.endsAt && input.startsAt && Date.parse(input.endsAt) <= Date.parse(input.startsAt))
    errors.push(refuse('endsAt', 'END_DATE_BEFORE_START_DATE', 'Ends at needs to be after starts_at'))
  return errors
}

export const ids = (gids: string[] | undefined): number[] => (gids ?? []).flatMap((value) => readGid(value)?.id ?? [])

type Own = Pick<SimDiscount, 'kind' | 'value' | 'items' | 'subscriptions'>

/** Makes it and announces it, unless something is wrong with it or its code is another's. */
export async function create(input: SharedInput, own: Own, userErrors: UserError[], refuse: Refuse, caller: Caller): Promise<object> {
  const { simulator, shop } = caller
  const { store, clock } = simulator
  if (userErrors.length === 0 && (await store.find(shop.domain, 'discount', input.code ?? '')))
    userErrors.push(refuse('code', TAKEN.code, TAKEN.message))
  if (userErrors.length > 0) return { codeDiscountNode: null, userErrors }
  const [id, codeId] = (await store.nextIds(2)) as [number, number]
  const discount = discountOf(input, own, id, codeId, clock.now().toISOString())
  await store.put(shop.domain, 'discount', discount)
  await simulator.announce(shop, 'discounts/create', () => discountPayload(discount, clock.now()))
  for (const code of discount.codes) await simulator.announce(shop, 'discounts/redeemcode_added', () => redeemCodePayload(discount, code))
  return { codeDiscountNode: asDiscount(discount), userErrors: [] }
}

function discountOf(input: SharedInput, own: Own, id: number, codeId: number, now: string): SimDiscount {
  const customers = input.context?.customers ?? input.customerSelection?.customers
  const { quantity, subtotal } = input.minimumRequirement ?? {}
  return {
    ...own,
    id,
    title: input.title ?? '',
    codes: [{ id: codeId, code: input.code ?? '', used: 0 }],
    startsAt: input.startsAt ?? now,
    endsAt: input.endsAt ?? null,
    usageLimit: input.usageLimit ?? null,
    oncePerCustomer: input.appliesOncePerCustomer ?? false,
    customerIds: customers ? ids(customers.add) : null,
    minimum: quantity?.greaterThanOrEqualToQuantity
      ? { quantity: Number(quantity.greaterThanOrEqualToQuantity) }
      : subtotal?.greaterThanOrEqualToSubtotal
        ? { subtotal: String(subtotal.greaterThanOrEqualToSubtotal) }
        : null,
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false, ...input.combinesWith },
    createdAt: now,
    updatedAt: now,
  }
}
