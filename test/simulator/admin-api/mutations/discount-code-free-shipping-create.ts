import type { Caller } from '../fields.ts'
import { NotModelled } from '../refusals.ts'
import { create, refusing, sharedFaults, type SharedInput } from './discount-creating.ts'

interface Input extends SharedInput {
  destination?: { all?: boolean; countries?: unknown }
  maximumShippingPrice?: string | null
  recurringCycleLimit?: number | null
  appliesOnOneTimePurchase?: boolean
  appliesOnSubscription?: boolean
}

const refuse = refusing('freeShippingCodeDiscount')

export async function discountCodeFreeShippingCreate(
  _: unknown,
  { freeShippingCodeDiscount: input }: { freeShippingCodeDiscount: Input },
  caller: Caller,
): Promise<object> {
  if (!input.destination?.all || input.maximumShippingPrice || input.recurringCycleLimit || input.appliesOnOneTimePurchase === false)
    throw new NotModelled('The simulator models free shipping to every country, at any price')
  const errors = sharedFaults(input, refuse)
  if (input.combinesWith?.shippingDiscounts) {
    const words = 'The combinesWith settings are invalid for the discount class.'
    errors.push(refuse('combinesWith', 'INVALID_COMBINES_WITH_FOR_DISCOUNT_CLASS', words))
  }
  const own = {
    kind: 'free_shipping' as const,
    value: null,
    items: { all: true as const },
    subscriptions: input.appliesOnSubscription ?? false,
  }
  return create(input, own, errors, refuse, caller)
}
