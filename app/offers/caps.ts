import { DAYS } from '#app/values/time.ts'
import type { Caps } from './offer.ts'
import type { Step } from './step.ts'

/** What has become of an offer's limits. Amounts in minor units of the shop's currency. */
export interface Use {
  accepted: number // purchases in which a step of it was accepted
  discount: number // given away by all of them
  stepDiscount: number // what its first step gave away when it was last asked for
  stoppedAt?: Date | null | undefined // when an acceptance reached the limit that stops it
}

/** Which limit stops the offer: all of it, or only the steps that give something away. */
export function stopsAt({ total, budget }: Pick<Caps, 'total' | 'budget'>, use: Use): 'total' | 'budget' | null {
  if (total !== null && use.accepted >= total) return 'total'
  return budget !== null && (use.discount >= budget || use.discount + use.stepDiscount > budget) ? 'budget' : null
}

/** Whether accepting once more is within the limits. `counts`: the first acceptance of this purchase. */
export function whyOverCap(caps: Caps, use: Use, { discount, counts, byShopper }: Asked): 'cap-reached' | 'budget-reached' | null {
  if (counts && caps.total !== null && use.accepted >= caps.total) return 'cap-reached'
  if (counts && caps.perShopper && byShopper >= caps.perShopper.times) return 'cap-reached'
  return caps.budget !== null && discount > 0 && use.discount + discount > caps.budget ? 'budget-reached' : null
}

interface Asked {
  discount: number
  counts: boolean
  byShopper: number // acceptances by the same shopper within the days of the cap
}

/** Whether one shopper has accepted it as often as she may, by when she did. */
export const hadEnough = ({ perShopper }: Pick<Caps, 'perShopper'>, acceptedAt: readonly number[], now: Date): boolean =>
  perShopper !== null && acceptedAt.filter((at) => at >= now.getTime() - perShopper.days * DAYS).length >= perShopper.times

/** Which offers she has accepted as often as she may. `accepted`: by offer, when. */
export function hadEnoughOf(
  offers: readonly { id: string; definition: { caps: Caps } }[],
  accepted: readonly (readonly [offerId: string, at: number])[],
  now: Date,
): ReadonlySet<string> {
  if (accepted.length === 0) return NONE
  const times = Map.groupBy(accepted, ([offerId]) => offerId)
  const timesOf = (id: string) => times.get(id)?.map(([, at]) => at)
  return new Set(offers.flatMap(({ id, definition }) => (hadEnough(definition.caps, timesOf(id) ?? [], now) ? [id] : [])))
}
const NONE: ReadonlySet<string> = new Set()

/** Costs no budget. */
export const takesNoBudget = ({ gift, discount }: Pick<Step, 'gift' | 'discount'>): boolean => !gift && discount.kind === 'none'
