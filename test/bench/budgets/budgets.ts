/** The most bytes that each bundle may have after deflate: what a shopper's phone has to fetch before she sees anything. */
export const BUDGETS: Record<string, number> = { post_purchase: 12_000 }
