import { adminFor, AdminRefused, type Admin } from '#app/platform/shopify/admin.server.ts'
import { gid, idOf, type ShopifyId } from '#app/values/ids.ts'
import { parseMoney } from '#app/values/money.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import {
  BEGIN_EDIT,
  COMMIT_EDIT,
  READ_EDITABLE_ORDER,
  REMOVE_DELIVERY,
  REMOVE_LINE,
  type CalculatedOrder,
  type EditableOrder,
} from './removal-documents.ts'
import { leftOf, type OrderNow, type Removal } from './removal.ts'
import { words } from './words.ts'

export type WhyNot = keyof typeof words.whyNot

/** Looks first: an edit that was cut off may have been committed, and the merchant may have been quicker. Throws what Shopify refuses. */
export async function editOrder(shop: string, orderId: ShopifyId, removal: Removal): Promise<Outcome<'edited' | 'gone', WhyNot>> {
  const admin = adminFor(shop)
  const id = gid('Order', orderId)
  const { order } = await admin.query(READ_EDITABLE_ORDER, { id })
  if (!order) return refuse('no-order')
  const left = leftOf(removal, orderNow(order, removal.currency))
  if (left.lines.length + left.deliveries.length === 0) return ok('gone')
  if (parseMoney(order.totalOutstandingSet.shopMoney.amount, removal.currency) <= 0) return refuse('paid-meanwhile')
  const { orderEditBegin } = await admin.query(BEGIN_EDIT, { id })
  if (!orderEditBegin.calculatedOrder) return refuse('not-editable')
  await takeOut(shop, admin, orderEditBegin.calculatedOrder, left)
  return ok('edited')
}

const orderNow = ({ lineItems, shippingLines }: NonNullable<EditableOrder['order']>, currency: string): OrderNow => ({
  lines: lineItems.nodes.map(({ id, currentQuantity }) => ({ id: idOf(id), left: currentQuantity })),
  deliveries: shippingLines.nodes.flatMap(({ id, title, isRemoved, originalPriceSet }) =>
    id === null ? [] : [{ id: idOf(id), title, amount: parseMoney(originalPriceSet.shopMoney.amount, currency), removed: isRemoved }],
  ),
})

/** Nothing changes for anybody until the last call; an edit that is left open is forgotten by Shopify. */
async function takeOut(shop: string, admin: Admin, calculated: CalculatedOrder, left: ReturnType<typeof leftOf>): Promise<void> {
  const { id, lineItems, shippingLines } = calculated
  const lines = left.lines.map((line) => calculatedId(shop, lineItems.nodes, line))
  const deliveries = left.deliveries.map((line) => calculatedId(shop, shippingLines, line))
  for (const lineItemId of lines) await admin.query(REMOVE_LINE, { id, lineItemId })
  for (const shippingLineId of deliveries) await admin.query(REMOVE_DELIVERY, { id, shippingLineId })
  await admin.query(COMMIT_EDIT, { id, staffNote: words.staffNote })
}

/** A line keeps its number within an edit. */
function calculatedId(shop: string, calculated: readonly { id: string | null }[], line: ShopifyId): string {
  const found = calculated.find(({ id }) => id !== null && idOf(id) === line)?.id
  if (!found) throw new AdminRefused(shop, [{ message: words.noLine }])
  return found
}
