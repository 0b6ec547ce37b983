import type { ThanksWords } from '../block/thanks-words.ts'
import type { BlockWords } from '../block/words.ts'
import type { ErrorCode, Wording } from '../contract.ts'

/** What Encore itself says to a shopper in one language on the page after payment. */
export interface OfferCatalogue {
  words: Wording & { errors: Record<ErrorCode, string> }
  headline: string // when the merchant wrote none; {product}
  headlineOfSeveral: string // when she takes one of them
  body: string // when the merchant wrote none; {discount}, empty without one
  giftHeadline: string // {product}
  giftBody: string
  stars: string // what reviews come to; {average}, {count}
  starsRewarded: string // where some were thanked for; {rewarded}
  subscription: string // on the page after payment where the plan has no name, elsewhere before it
  firstDelivery: string // of a discount on a subscription
  delivery: string // names a shipping line
  freeDelivery: string
  discount: string // names the discount on the order; {percent}
  amountOff: string
  soldOut: string
  ended: string
  ranOut: string // its limit was reached
  enough: string
  tryOrder: string // anything that should not happen
}

/** The same with what the blocks say on the pages after the order. */
export interface Catalogue extends OfferCatalogue {
  block: BlockWords
  thanks: ThanksWords
}
