import type { SimDiscount } from '../../model.ts'
import { redeemCodePayload, discountPayload } from '../../webhooks/payloads/discounts.ts'
import { type Caller, readGid } from '../fields.ts'
import { NotModelled } from '../refusals.ts'
import { asDiscount } from '../types/discounts.ts'

interface Items {
  all?: boolean
  products?: { productsToAdd?: string[]; productVariantsToAdd?: string[] }
  collections?: { add?: string[] }
}
interface Input {
  title?: string
  code?: string
  startsAt?: string
  endsAt?: string | null
  usageLimit?: number | null
  appliesOncePerCustomer?: boolean
  context?: { all?: 'ALL'; customers?: { add?: string[] }; customerSegments?: unknown; markets?: unknown }
  customerSelection?: { all?: boolean; customers?: { add?: string[] } }
  customerGets?: {
    value?: { percentage?: number; discountAmount?: { amount: string; appliesOnEachItem?: boolean }; discountOnQuantity?: unknown }
    items?: Items
  }
  combinesWith?: Partial<SimDiscount['combinesWith']>
  minimumRequirement?: { quantity?: { greaterThanOrEqualToQuantity?: string }; subtotal?: { greaterThanOrEqualToSubtotal?: string } } | null
}

interface UserError {
  field: string[]
  code: string
  message: string
  extraInfo: null
}

const refusal = (path: string, code: string, message: string): UserError => ({
  field: ['basicCodeDiscount', ...path.split('.')],
  code,
  message,
  extraInfo: null,
})

const LONGEST_CODE = 255
const ids = (gids: string[] | undefined): number[] => (gids ?? []).flatMap((value) => readGid(value)?.id ?? [])

export async function discountCodeBasicCreate(
  _: unknown,
  { basicCodeDiscount: input }: { basicCodeDiscount: Input },
  caller: Caller,
): Promise<object> {
  const { simulator, shop } = caller
  const { store, clock } = simulator
  const userErrors = whatIsWrong(input)
  if (userErrors.length === 0 && (await store.find(shop.domain, 'discount', input.code ?? ''))) {
    userErrors.push(refusal('code', 'TAKEN', 'Code must be unique. Please try a different code.'))
  }
  if (userErrors.length > 0) return { codeDiscountNode: null, userErrors }
  const [id, codeId] = (await store.nextIds(2)) as [number, number]
  const discount = discountOf(input, id, codeId, clock.now().toISOString())
  await store.put(shop.domain, 'discount', discount)
  await simulator.announce(shop, 'discounts/create', () => discountPayload(discount, clock.now()))
  for (const code of discount.codes) await simulator.announce(shop, 'discounts/redeemcode_added', () => redeemCodePayload(discount, code))
  return { codeDiscountNode: asDiscount(discount), userErrors: [] }
}

function whatIsWrong(input: Input): UserError[] {
  const { value, items } = input.customerGets ?? {}
  if (value?.discountOnQuantity || input.context?.markets || input.context?.customerSegments) {
    throw new NotModelled('The simulator models basic codes by percentage or amount, for everybody or for named customers')
  }
  const errors: UserError[] = []
  if (!input.title) errors.push(refusal('title', 'BLANK', "Title can't be blank"))
  if (!input.code) errors.push(refusal('code', 'BLANK', "Code can't be blank"))
  else if (input.code.length > LONGEST_CODE)
    errors.push(refusal('code', 'TOO_LONG', `Code is too long (maximum is ${LONGEST_CODE} characters)`))
  if (!input.startsAt) errors.push(refusal('startsAt', 'BLANK', "Starts at can't be blank"))
  if (input.endsAt && input.startsAt && Date.parse(input.endsAt) <= Date.parse(input.startsAt)) {
    errors.push(refusal('endsAt', 'END_DATE_BEFORE_START_DATE', 'Ends at needs to be after starts_at'))
  }
  if (!value) errors.push(refusal('customerGets.value', 'BLANK', "Value can't be blank"))
  if (value?.percentage !== undefined && !(value.percentage > 0 && value.percentage <= 1)) {
    errors.push(refusal('customerGets.value.percentage', 'VALUE_OUTSIDE_RANGE', 'Value must be between 0.0 and 1.0'))
  }
  if (
    items &&
    !items.all &&
    ids(items.products?.productsToAdd).length + ids(items.products?.productVariantsToAdd).length + ids(items.collections?.add).length === 0
  ) {
    errors.push(refusal('customerGets.items', 'APPLIES_ON_NOTHING', 'Items must apply to something'))
  }
  return errors
}

function discountOf(input: Input, id: number, codeId: number, now: string): SimDiscount {
  const { value, items } = input.customerGets ?? {}
  const customers = input.context?.customers ?? input.customerSelection?.customers
  const { quantity, subtotal } = input.minimumRequirement ?? {}
  return {
    id,
    title: input.title ?? '',
    codes: [{ id: codeId, code: input.code ?? '', used: 0 }],
    kind: 'basic',
    value:
      value?.percentage !== undefined
        ? { percentage: value.percentage }
        : { amount: value?.discountAmount?.amount ?? '0', each: value?.discountAmount?.appliesOnEachItem ?? false },
    items: itemsOf(items ?? { all: true }),
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

function itemsOf(items: Items): SimDiscount['items'] {
  if (items.all) return { all: true }
  if (items.collections?.add) return { collectionIds: ids(items.collections.add) }
  return { productIds: ids(items.products?.productsToAdd), variantIds: ids(items.products?.productVariantsToAdd) }
}
