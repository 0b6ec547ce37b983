import type { SimDiscount } from '../../model.ts'
import type { Caller } from '../fields.ts'
import { NotModelled } from '../refusals.ts'
import { create, ids, refusing, sharedFaults, type SharedInput, type UserError } from './discount-creating.ts'

interface Items {
  all?: boolean
  products?: { productsToAdd?: string[]; productVariantsToAdd?: string[] }
  collections?: { add?: string[] }
}
interface Input extends SharedInput {
  customerGets?: {
    value?: { percentage?: number; discountAmount?: { amount: string; appliesOnEachItem?: boolean }; discountOnQuantity?: unknown }
    items?: Items
    appliesOnOneTimePurchase?: boolean
    appliesOnSubscription?: boolean
  }
}

const refuse = refusing('basicCodeDiscount')

export async function discountCodeBasicCreate(
  _: unknown,
  { basicCodeDiscount: input }: { basicCodeDiscount: Input },
  caller: Caller,
): Promise<object> {
  const { value, items, ...applies } = input.customerGets ?? {}
  const own: Pick<SimDiscount, 'kind' | 'value' | 'items' | 'subscriptions'> = {
    kind: 'basic',
    value:
      value?.percentage !== undefined
        ? { percentage: value.percentage }
        : { amount: value?.discountAmount?.amount ?? '0', each: value?.discountAmount?.appliesOnEachItem ?? false },
    items: itemsOf(items ?? { all: true }),
    subscriptions: applies.appliesOnSubscription ?? false,
  }
  return create(input, own, [...sharedFaults(input, refuse), ...ownFaults(input)], refuse, caller)
}

function ownFaults(input: Input): UserError[] {
  const { value, items, appliesOnOneTimePurchase = true, appliesOnSubscription = false } = input.customerGets ?? {}
  if (value?.discountOnQuantity || !appliesOnOneTimePurchase)
    throw new NotModelled('The simulator models basic codes by percentage or amount, for one-time purchases and what else they allow')
  const errors: UserError[] = []
  if (!appliesOnOneTimePurchase && !appliesOnSubscription)
    errors.push(refuse('customerGets.appliesOnSubscription', 'APPLIES_ON_NOTHING', 'Discount must apply on something'))
  if (!value) errors.push(refuse('customerGets.value', 'BLANK', "Value can't be blank"))
  if (value?.percentage !== undefined && !(value.percentage > 0 && value.percentage <= 1))
    errors.push(refuse('customerGets.value.percentage', 'VALUE_OUTSIDE_RANGE', 'Value must be between 0.0 and 1.0'))
  const named =
    ids(items?.products?.productsToAdd).length + ids(items?.products?.productVariantsToAdd).length + ids(items?.collections?.add).length
  if (items && !items.all && named === 0) errors.push(refuse('customerGets.items', 'APPLIES_ON_NOTHING', 'Items must apply to something'))
  return errors
}

function itemsOf(items: Items): SimDiscount['items'] {
  if (items.all) return { all: true }
  if (items.collections?.add) return { collectionIds: ids(items.collections.add) }
  return { productIds: ids(items.products?.productsToAdd), variantIds: ids(items.products?.productVariantsToAdd) }
}
