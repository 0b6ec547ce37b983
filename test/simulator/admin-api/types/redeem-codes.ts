import type { SimRedeemCodeBulk } from '../../model.ts'
import { type Caller, type Fields, gid, plain } from '../fields.ts'
import { ArrayListing } from '../listing.ts'
import { asDiscount } from './discounts.ts'

interface BulkSource {
  __typename: 'DiscountRedeemCodeBulkCreation'
  bulk: SimRedeemCodeBulk
}
export const asBulkCreation = (bulk: SimRedeemCodeBulk): BulkSource => ({ __typename: 'DiscountRedeemCodeBulkCreation', bulk })

type Added = SimRedeemCodeBulk['codes'][number]

const DiscountRedeemCodeBulkCreation: Fields<BulkSource> = {
  id: ({ bulk }) => gid('DiscountRedeemCodeBulkCreation', bulk.id),
  done: ({ bulk }) => bulk.done,
  codesCount: ({ bulk }) => bulk.codes.length,
  importedCount: ({ bulk }) => bulk.codes.filter(({ redeemCodeId }) => redeemCodeId !== null).length,
  failedCount: ({ bulk }) => bulk.codes.filter(({ fault }) => fault !== null).length,
  createdAt: ({ bulk }) => bulk.createdAt,
  discountCode: async ({ bulk }, _, { simulator, shop }: Caller) => {
    const found = await simulator.store.get(shop.domain, 'discount', bulk.discountId)
    return found && asDiscount(found)
  },
  codes: ({ bulk }) => new ArrayListing(bulk.codes, ({ code }) => code),
}

export const REDEEM_CODE_TYPES: Record<string, Fields<never>> = {
  DiscountRedeemCodeBulkCreation: DiscountRedeemCodeBulkCreation as Fields<never>,
  DiscountRedeemCodeBulkCreationCode: {
    code: ({ code }: Added) => code,
    errors: ({ fault }: Added) => (fault ? [{ field: ['code'], ...fault, extraInfo: null }] : []),
    discountRedeemCode: ({ redeemCodeId, code }: Added) => (redeemCodeId === null ? null : { id: redeemCodeId, code, used: 0 }),
  } as Fields<never>,
  DiscountRedeemCodeBulkAddPayload: plain<{ bulkCreation: unknown; userErrors: unknown }>('bulkCreation', 'userErrors') as Fields<never>,
  DiscountCodeRedeemCodeBulkDeletePayload: plain<{ job: unknown; userErrors: unknown }>('job', 'userErrors') as Fields<never>,
  DiscountCodeDeactivatePayload: plain<{ codeDiscountNode: unknown; userErrors: unknown }>(
    'codeDiscountNode',
    'userErrors',
  ) as Fields<never>,
  DiscountCodeBasicUpdatePayload: plain<{ codeDiscountNode: unknown; userErrors: unknown }>(
    'codeDiscountNode',
    'userErrors',
  ) as Fields<never>,
  Job: plain<{ id: string; done: boolean }>('id', 'done') as Fields<never>,
  DiscountCodeFreeShippingCreatePayload: plain<{ codeDiscountNode: unknown; userErrors: unknown }>(
    'codeDiscountNode',
    'userErrors',
  ) as Fields<never>,
}
