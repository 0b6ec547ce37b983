/** The most bytes that each bundle may have after deflate: what a shopper's phone has to fetch before she sees anything; of the reviews, when she first asks for more. */
export const BUDGETS: Record<string, number> = { post_purchase: 12_000, thank_you: 24_000, product_reviews: 2_400 }
