/** What a shopper had done by the time of a purchase. Times are milliseconds. */
export interface Before {
  since: number | null // when the oldest order was placed that the mirror holds of the shop
  bought: readonly (readonly [productId: string, at: number])[] // and when last
  offers: readonly string[] // `saw:`, `accepted:`, `declined:` and an offer
  accepted: readonly (readonly [offerId: string, at: number])[] // once for each purchase in which she took something of it
  reviewed: readonly string[] // products
  tags: readonly string[] | null // as of today: of those of that moment only what a rule asked about was kept
}
