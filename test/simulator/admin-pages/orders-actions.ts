import type { SimOrder } from '../model.ts'
import { deliverParcel, fulfilOrder } from '../shop/fulfillments.ts'
import { cancelOrder, markPaid, removeLine } from '../shop/orders-ending.ts'
import { RETURN_ACTIONS } from './returns.ts'
import { refundOrder } from '../shop/orders-refund.ts'
import type { Simulator } from '../simulator.ts'
import type { SimShop } from '../model.ts'

/** What the buttons of an order's page do. */
export const ORDER_ACTIONS: Record<string, (simulator: Simulator, shop: SimShop, order: SimOrder, form: FormData) => Promise<unknown>> = {
  refund: (simulator, shop, order, form) => {
    const lineId = Number(form.get('line'))
    const quantity = Number(form.get('quantity') ?? order.lines.find(({ id }) => id === lineId)?.currentQuantity)
    return refundOrder(simulator, shop, order.id, { lines: [{ lineId, quantity }], shipping: false, restock: true, note: '' })
  },
  'refund-all': (simulator, shop, order) =>
    refundOrder(simulator, shop, order.id, {
      lines: order.lines.filter((line) => line.currentQuantity > 0).map((line) => ({ lineId: line.id, quantity: line.currentQuantity })),
      shipping: true,
      restock: true,
      note: '',
    }),
  'remove-line': (simulator, shop, order, form) => removeLine(simulator, shop, order.id, Number(form.get('line'))),
  fulfil: (simulator, shop, order, form) => fulfilOrder(simulator, shop, order.id, Number(form.get('line')) || null),
  deliver: (simulator, shop, order, form) => deliverParcel(simulator, shop, order.id, Number(form.get('parcel'))),
  paid: (simulator, shop, order) => markPaid(simulator, shop, order.id),
  ...RETURN_ACTIONS,
  cancel: (simulator, shop, order) => cancelOrder(simulator, shop, order.id, 'OTHER'),
}
