import type { SimDiscount } from '../../model.ts'
import { classOf } from '../../discounts/codes.ts'
import { discountStatus } from '../../webhooks/payloads/discounts.ts'
import { type Caller, type Fields, gid, moneyV2, plain } from '../fields.ts'
import { ArrayListing } from '../listing.ts'
import { NotModelled } from '../refusals.ts'
import { search } from '../search.ts'
import { asCollection, asProduct, asVariant } from './catalog.ts'
import { asCustomer } from './customers.ts'

export interface DiscountSource {
  __typename: 'DiscountCodeNode'
  discount: SimDiscount
}
export const asDiscount = (discount: SimDiscount): DiscountSource => ({ __typename: 'DiscountCodeNode', discount })

type Basic = { discount: SimDiscount }

const shared: Fields<Basic> = {
  title: ({ discount }) => discount.title,
  status: ({ discount }, _, { simulator }) => discountStatus(discount, simulator.clock.now()),
  startsAt: ({ discount }) => discount.startsAt,
  endsAt: ({ discount }) => discount.endsAt,
  createdAt: ({ discount }) => discount.createdAt,
  updatedAt: ({ discount }) => discount.updatedAt,
  usageLimit: ({ discount }) => discount.usageLimit,
  appliesOncePerCustomer: ({ discount }) => discount.oncePerCustomer,
  asyncUsageCount: ({ discount }) => discount.codes.reduce((sum, code) => sum + code.used, 0),
  combinesWith: ({ discount }) => discount.combinesWith,
  codes: ({ discount }, { query }: { query?: string }) => {
    const { passes } = search(query, { code: ({ code }: { code: string }) => code }, ({ code }) => code)
    return new ArrayListing(
      discount.codes.filter((one) => passes(one)),
      ({ id }) => id,
    )
  },
  codesCount: ({ discount }) => ({ count: discount.codes.length, precision: 'EXACT' }),
  context: ({ discount }) =>
    discount.customerIds ? { __typename: 'DiscountCustomers', ids: discount.customerIds } : { __typename: 'DiscountBuyerSelectionAll' },
  minimumRequirement: ({ discount }, _, { shop }) => {
    if (!discount.minimum) return null
    return 'quantity' in discount.minimum
      ? { __typename: 'DiscountMinimumQuantity', greaterThanOrEqualToQuantity: String(discount.minimum.quantity) }
      : { __typename: 'DiscountMinimumSubtotal', greaterThanOrEqualToSubtotal: moneyV2(discount.minimum.subtotal, shop.currency) }
  },
}

const DiscountCodeBasic: Fields<Basic> = {
  ...shared,
  discountClasses: ({ discount }) => [classOf(discount).toUpperCase()],
  recurringCycleLimit: () => null,
  tags: () => [],
  customerGets: ({ discount }) => ({ discount }),
}

const DiscountCustomerGets: Fields<Basic> = {
  appliesOnOneTimePurchase: () => true,
  appliesOnSubscription: ({ discount }) => discount.subscriptions ?? false,
  value({ discount: { value } }, _, { shop }) {
    if (value === null) throw new NotModelled('A basic discount without a value')
    if ('percentage' in value) return { __typename: 'DiscountPercentage', percentage: value.percentage }
    return { __typename: 'DiscountAmount', amount: moneyV2(value.amount, shop.currency), appliesOnEachItem: value.each }
  },
  items({ discount: { items } }) {
    if ('all' in items) return { __typename: 'AllDiscountItems', allItems: true }
    if ('collectionIds' in items) return { __typename: 'DiscountCollections', ids: items.collectionIds }
    return { __typename: 'DiscountProducts', ...items }
  },
}

const DiscountProducts: Fields<{ productIds: number[]; variantIds: number[] }> = {
  products: async ({ productIds }, _, { product }) => {
    const found = await Promise.all(productIds.map((id) => product(id)))
    return new ArrayListing(found.filter((one) => one !== null).map(asProduct), (source) => source.product.id)
  },
  productVariants: async ({ variantIds }, _, { simulator, shop }) => {
    const found = await Promise.all(variantIds.map((id) => simulator.store.find(shop.domain, 'product', `variant:${id}`)))
    const variants = found.flatMap(
      (one) => one?.variants.filter(({ id }) => variantIds.includes(id)).map((variant) => asVariant(one, variant)) ?? [],
    )
    return new ArrayListing(variants, ({ variant }) => variant.id)
  },
}

export const DISCOUNT_TYPES: Record<string, Fields<never>> = {
  DiscountCodeNode: {
    id: ({ discount }: DiscountSource) => gid('DiscountCodeNode', discount.id),
    codeDiscount: ({ discount }: DiscountSource) => ({
      __typename: discount.kind === 'basic' ? 'DiscountCodeBasic' : 'DiscountCodeFreeShipping',
      discount,
    }),
  } as Fields<never>,
  DiscountCodeBasic,
  DiscountCodeFreeShipping: {
    ...shared,
    discountClasses: () => ['SHIPPING'],
    appliesOnOneTimePurchase: () => true,
    appliesOnSubscription: ({ discount }) => discount.subscriptions ?? false,
    maximumShippingPrice: () => null,
    destinationSelection: () => ({ __typename: 'DiscountCountryAll' }),
  } as Fields<Basic>,
  DiscountCountryAll: { allCountries: () => true },
  DiscountCustomerGets,
  DiscountProducts,
  DiscountCollections: {
    collections: async ({ ids }: { ids: number[] }, _: unknown, { simulator, shop }: Caller) => {
      const found = await Promise.all(ids.map((id) => simulator.store.get(shop.domain, 'collection', id)))
      return new ArrayListing(found.filter((one) => one !== null).map(asCollection), ({ collection }) => collection.id)
    },
  } as Fields<never>,
  DiscountCustomers: {
    customers: async ({ ids }: { ids: number[] }, _: unknown, { customer }: Caller) =>
      (await Promise.all(ids.map((id) => customer(id)))).filter((one) => one !== null).map(asCustomer),
  } as Fields<never>,
  DiscountBuyerSelectionAll: { all: () => 'ALL' },
  DiscountCombinesWith: {
    ...plain<SimDiscount['combinesWith']>('orderDiscounts', 'productDiscounts', 'shippingDiscounts'),
  } as Fields<never>,
  DiscountPercentage: plain<{ percentage: number }>('percentage'),
  DiscountAmount: plain<{ amount: unknown; appliesOnEachItem: boolean }>('amount', 'appliesOnEachItem'),
  AllDiscountItems: plain<{ allItems: boolean }>('allItems'),
  DiscountMinimumQuantity: plain<{ greaterThanOrEqualToQuantity: string }>('greaterThanOrEqualToQuantity'),
  DiscountMinimumSubtotal: plain<{ greaterThanOrEqualToSubtotal: unknown }>('greaterThanOrEqualToSubtotal'),
  DiscountRedeemCode: {
    id: ({ id }: { id: number }) => gid('DiscountRedeemCode', id),
    code: ({ code }: { code: string }) => code,
    asyncUsageCount: ({ used }: { used: number }) => used,
  } as Fields<never>,
  DiscountUserError: plain<{ field: string[]; message: string; code: string; extraInfo: string | null }>(
    'field',
    'message',
    'code',
    'extraInfo',
  ),
  DiscountCodeBasicCreatePayload: plain<{ codeDiscountNode: unknown; userErrors: unknown }>('codeDiscountNode', 'userErrors'),
}
