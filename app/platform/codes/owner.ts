/** Who gives codes of its discounts away. */
export interface CodeOwner {
  /** How many wait for a code of this discount, and how many got one in the last quarter of an hour. */
  demand(shop: string, discountKey: string): Promise<{ waiting: number; lately: number }>
  /** Those who wait get what is ready, the longest waiting first. Answers how many still wait. */
  give(shop: string, discountKey: string): Promise<number>
}
export type CodeOwners = Readonly<Record<string, CodeOwner>>
