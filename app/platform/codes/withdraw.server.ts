import { sameCode } from '../../values/code.ts'
import { db } from '../db.server.ts'
import { adminFor } from '../shopify/admin.server.ts'
import { DEACTIVATE, DELETE_CODES, FIND_REDEEM_CODE } from './discount-documents.ts'

/** Makes a code that was given stop working at the checkout. One that is gone already is what was wanted. */
export async function withdraw(shop: string, code: string): Promise<void> {
  const where = { shop_code: { shop, code } }
  const row = await db.discountCode.findUnique({ where })
  const discount = row && (await db.codeDiscount.findUnique({ where: { shop_key: { shop, key: row.discountKey } } }))
  if (!discount?.discountId) return
  // The discount of one shopper has no other code, and Shopify keeps none without any.
  if (discount.customerId !== null) await adminFor(shop).query(DEACTIVATE, { id: discount.discountId })
  else await deleteCode(shop, discount.discountId, code)
  await db.discountCode.update({ where, data: { state: 'withdrawn' } })
}

async function deleteCode(shop: string, discountId: string, code: string): Promise<void> {
  const { codeDiscountNode } = await adminFor(shop).query(FIND_REDEEM_CODE, { id: discountId, search: `code:${code}` })
  const found = codeDiscountNode?.codeDiscount.codes?.nodes.find((one) => sameCode(one.code) === sameCode(code))
  if (found) await adminFor(shop).query(DELETE_CODES, { discountId, ids: [found.id] })
}
