import type { SimOrder } from '../../model.ts'
import { type Fields, moneyV2, plain } from '../fields.ts'

/** A code that was used at the checkout; -1 is a price cut by an order edit, which has no application of its own. */
export interface ApplicationSource {
  __typename: 'DiscountCodeApplication' | 'ManualDiscountApplication'
  order: SimOrder
  index: number
}

export const asApplication = (order: SimOrder, index: number): ApplicationSource => ({
  __typename: index < 0 ? 'ManualDiscountApplication' : 'DiscountCodeApplication',
  order,
  index,
})

const of = ({ order, index }: ApplicationSource) => order.discountApplications[index]

const application: Fields<ApplicationSource> = {
  index: ({ index }) => Math.max(0, index),
  allocationMethod: (source) => of(source)?.allocationMethod.toUpperCase() ?? 'EACH',
  targetSelection: (source) => of(source)?.targetSelection.toUpperCase() ?? 'EXPLICIT',
  targetType: (source) => of(source)?.targetType.toUpperCase() ?? 'LINE_ITEM',
  value(source) {
    const used = of(source)
    if (used?.valueType === 'percentage') return { __typename: 'PricingPercentageValue', percentage: Number(used.value) }
    return moneyV2(used?.value ?? '0.0', source.order.currency)
  },
}

export const ORDER_DISCOUNT_TYPES: Record<string, Fields<never>> = {
  DiscountCodeApplication: { ...application, code: (source: ApplicationSource) => of(source)?.code ?? '' } as Fields<never>,
  ManualDiscountApplication: {
    ...application,
    title: () => 'Order edit',
    description: () => null,
  } as Fields<never>,
  PricingPercentageValue: plain<{ percentage: number }>('percentage'),
  DiscountAllocation: plain<{ allocatedAmountSet: unknown; discountApplication: unknown }>('allocatedAmountSet', 'discountApplication'),
}
