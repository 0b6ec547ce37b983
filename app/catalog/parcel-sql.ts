/** When a parcel `f` of an order `o` arrived. What a till sells without an address to send it to is taken home at once. */
export const DELIVERED_AT = `coalesce(f.delivered_at, case when o.source_name = 'pos' and not o.shippable and f.status = 'success' then f.created_at end)`
