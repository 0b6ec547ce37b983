/** Shopify's SellingPlanPricingPolicy. Fixed: from the first delivery on. Recurring: after so many of them, in place of the fixed one. */
export type SimPricingPolicy = { afterCycle: number | null } & ( // null: fixed
  { adjustmentType: 'PERCENTAGE'; percentage: number } | { adjustmentType: 'FIXED_AMOUNT' | 'PRICE'; amount: string }
)

/** How often it is delivered, or charged. */
export interface SimRhythm {
  interval: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'
  intervalCount: number
}

/** A way to buy a product again and again, at a price of its own. */
export interface SimSellingPlan {
  id: number
  groupId: number
  group: string // Subscribe and save
  name: string // Delivered every month
  delivery?: SimRhythm // every month where nothing else is said
  billing?: SimRhythm | 'fixed' // with each delivery where nothing else is said; fixed: as of a pre-order
  pricingPolicies: SimPricingPolicy[] // one fixed at most, one recurring at most
}
