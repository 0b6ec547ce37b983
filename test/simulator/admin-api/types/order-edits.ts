import type { SimLine, SimOrder, SimOrderEdit, SimShippingLine } from '../../model.ts'
import { paymentsOf } from '../../shop/orders-totals.ts'
import { type Fields, gid, moneyBag, plain, whenThere } from '../fields.ts'
import { ArrayListing } from '../listing.ts'
import { asVariant } from './catalog.ts'
import { asOrder } from './orders.ts'

/** An order as it would be with the changes that wait in a session. */
export interface Calculated {
  id: number
  order: SimOrder // before the edit
  lines: CalculatedLine[]
  shippingLines: CalculatedShipping[]
  committed: boolean
}
interface CalculatedLine {
  order: SimOrder
  line: SimLine
  quantity: number
  restock: boolean
}
interface CalculatedShipping {
  order: SimOrder
  line: SimShippingLine
  removed: boolean
}

export function asCalculated(order: SimOrder, edit: SimOrderEdit): Calculated {
  const staged = (id: number) => edit.lines.find(({ lineId }) => lineId === id)
  return {
    id: edit.id,
    order,
    lines: order.lines.map((line) => ({
      order,
      line,
      quantity: staged(line.id)?.quantity ?? line.currentQuantity,
      restock: staged(line.id)?.restock ?? false,
    })),
    shippingLines: order.shippingLines
      .filter(({ removed }) => !removed)
      .map((line) => ({ order, line, removed: edit.shippingLineIds.includes(line.id) })),
    committed: edit.committedAt !== null,
  }
}

const edited = ({ order, lines, shippingLines }: Calculated): SimOrder => ({
  ...order,
  lines: lines.map(({ line, quantity }) => ({ ...line, currentQuantity: quantity })),
  shippingLines: shippingLines.map(({ line, removed }) => ({ ...line, removed })),
})

const CalculatedOrder: Fields<Calculated> = {
  id: ({ id }) => gid('CalculatedOrder', id),
  committed: ({ committed }) => committed,
  originalOrder: ({ order }) => asOrder(order),
  lineItems: ({ lines }) => new ArrayListing(lines, ({ line }) => line.id),
  shippingLines: ({ shippingLines }) => shippingLines,
  totalOutstandingSet: (source) => moneyBag(paymentsOf(edited(source)).outstanding, source.order),
}

const editable = ({ order, quantity }: CalculatedLine): number => (order.fulfilledAt ? 0 : quantity)

const CalculatedLineItem: Fields<CalculatedLine> = {
  id: ({ line }) => gid('CalculatedLineItem', line.id),
  title: ({ line }) => line.title,
  variantTitle: ({ line }) => line.variantTitle,
  sku: ({ line }) => line.sku || null,
  quantity: ({ quantity }) => quantity,
  editableQuantity: editable,
  editableQuantityBeforeChanges: ({ order, line }) => (order.fulfilledAt ? 0 : line.currentQuantity),
  restocking: ({ restock }) => restock,
  originalUnitPriceSet: ({ order, line }) => moneyBag(line.unitPrice, order),
  variant: ({ line }, _, { product }) =>
    line.productId === null
      ? null
      : whenThere(product(line.productId), (found) => {
          const variant = found.variants.find(({ id }) => id === line.variantId)
          return variant ? asVariant(found, variant) : null
        }),
}

const CalculatedShippingLine: Fields<CalculatedShipping> = {
  id: ({ line }) => gid('CalculatedShippingLine', line.id),
  title: ({ line }) => line.title,
  price: ({ order, line }) => moneyBag(line.price, order),
  stagedStatus: ({ removed }) => (removed ? 'REMOVED' : 'NONE'),
}

const staged = plain<{ calculatedOrder: unknown; orderEditSession: unknown; userErrors: unknown }>(
  'calculatedOrder',
  'orderEditSession',
  'userErrors',
)

export const ORDER_EDIT_TYPES: Record<string, Fields<never>> = {
  CalculatedOrder,
  CalculatedLineItem,
  CalculatedShippingLine,
  OrderEditSession: plain<{ id: string }>('id'),
  OrderEditBeginPayload: staged,
  OrderEditSetQuantityPayload: { ...staged, ...plain<{ calculatedLineItem: unknown }>('calculatedLineItem') } as Fields<never>,
  OrderEditRemoveShippingLinePayload: staged,
  OrderEditRemoveShippingLineUserError: plain<{ field: unknown; message: unknown; code: unknown }>('field', 'message', 'code'),
  OrderEditCommitPayload: plain<{ order: unknown; successMessages: unknown; userErrors: unknown }>(
    'order',
    'successMessages',
    'userErrors',
  ),
}
