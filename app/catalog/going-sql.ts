/** Of an `order_line l`, for `json_build_object`: what `leftOf` asks. What was refunded without being restocked is still counted in the current quantity. */
export const LINE_GOING = `'quantity', l.quantity, 'current', l.current_quantity,
  'refunded', coalesce((select sum(r.quantity)::int from refund_line r where r.shop = l.shop and r.order_id = l.order_id and r.line_id = l.id), 0),
  'returns', coalesce((select json_agg(json_build_object('status', b.status, 'quantity', b.quantity, 'settled', b.settled))
    from return_line b where b.shop = l.shop and b.order_id = l.order_id and b.line_id = l.id), '[]')`
