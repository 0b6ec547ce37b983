import { BULK_TYPES } from '../bulk/fields.ts'
import type { Fields } from '../fields.ts'
import { mutationTypes } from '../mutations/table.ts'
import { CATALOG_TYPES } from './catalog.ts'
import { CUSTOMER_TYPES } from './customers.ts'
import { DISCOUNT_TYPES } from './discounts.ts'
import { FILE_TYPES } from '../../files/types.ts'
import { FULFILLMENT_TYPES } from './fulfillments.ts'
import { METAFIELD_TYPES } from './metafields.ts'
import { METAOBJECT_TYPES } from './metaobjects.ts'
import { ORDER_DISCOUNT_TYPES } from './order-discounts.ts'
import { ORDER_EDIT_TYPES } from './order-edits.ts'
import { ORDER_LINE_TYPES } from './order-lines.ts'
import { ORDER_PAYMENT_TYPES } from './order-payments.ts'
import { ORDER_TYPES } from './orders.ts'
import { REDEEM_CODE_TYPES } from './redeem-codes.ts'
import { RETURN_TYPES } from './returns.ts'
import { QUERY_ROOT } from './root.ts'
import { SHOP_TYPES } from './shop.ts'
import { STORE_CREDIT_TYPES } from './store-credit.ts'

/**
 * Everything of the Admin API that the simulator can answer; the rest is refused with 501. Put together on first use,
 * since bulk operations are themselves fields here and read the table.
 */
export function fieldsOf(type: string): Fields<never> | undefined {
  table ??= build()
  return table[type]
}

let table: Record<string, Fields<never>> | undefined

const build = (): Record<string, Fields<never>> => ({
  QueryRoot: QUERY_ROOT as Fields<never>,
  ...SHOP_TYPES,
  ...CATALOG_TYPES,
  ...CUSTOMER_TYPES,
  ...ORDER_TYPES,
  ...FULFILLMENT_TYPES,
  ...ORDER_LINE_TYPES,
  ...ORDER_DISCOUNT_TYPES,
  ...ORDER_PAYMENT_TYPES,
  ...ORDER_EDIT_TYPES,
  ...RETURN_TYPES,
  ...DISCOUNT_TYPES,
  ...REDEEM_CODE_TYPES,
  ...STORE_CREDIT_TYPES,
  ...METAFIELD_TYPES,
  ...FILE_TYPES,
  ...METAOBJECT_TYPES,
  ...BULK_TYPES,
  ...mutationTypes(),
})
