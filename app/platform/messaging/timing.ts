import { DateTime } from 'luxon'
import { DAYS, HOURS, later } from '../../values/time.ts'
import { zoneOf } from '../../values/zones.ts'
import type { Addressee, Channel, Weight } from './message.ts'
import type { Manners } from '../../values/manners.ts'

export interface Circumstances {
  weight: Weight
  channel: Channel
  addressee: Addressee
  /** Why this address is never to be written to again; null: it may be. */
  suppressed: string | null
  manners: Manners
  shopZone: string
  /** When she got something of this shop that she did not ask for, the newest first. */
  unasked: readonly Date[]
  now: Date
}

export type Refusal = 'unsubscribed' | 'bounced' | 'complained' | 'merchant' | 'no-consent'
export type Timing =
  { do: 'send' } | { do: 'wait'; until: Date; because: 'quiet-hours' | 'frequency' | 'weekly-cap' } | { do: 'refuse'; because: Refusal }

/** Whether a message may go to her, and whether now. */
export function timingOf(facts: Circumstances): Timing {
  const because = refusalOf(facts)
  if (because) return { do: 'refuse', because }
  const { weight, channel, addressee, shopZone, manners, now } = facts
  const until = awake(now, zone(addressee, shopZone), manners)
  if (weight === 'expected') return channel === 'sms' && until > now ? { do: 'wait', until, because: 'quiet-hours' } : { do: 'send' }
  const rest = restOf(facts)
  if (rest && rest.until > now) return { do: 'wait', until: awake(rest.until, zone(addressee, shopZone), manners), because: rest.because }
  return until > now ? { do: 'wait', until, because: 'quiet-hours' } : { do: 'send' }
}

const WEEK = 7 * DAYS

/** How long she is left in peace after what she got; whichever is longer. */
function restOf({ unasked, manners }: Circumstances): { until: Date; because: 'frequency' | 'weekly-cap' } | null {
  const [last] = unasked
  if (!last) return null
  const rested = later(last, manners.hoursBetween * HOURS)
  const first = unasked[manners.mostPerWeek - 1]
  const free = first && later(first, WEEK)
  return free && free > rested ? { until: free, because: 'weekly-cap' } : { until: rested, because: 'frequency' }
}

const zone = ({ country, region }: Addressee, shopZone: string): string => zoneOf(country, region) ?? shopZone

/** Why she may not be written to, however long one waits; null: she may. */
export function refusalOf({
  suppressed,
  weight,
  channel,
  addressee,
  manners,
}: Pick<Circumstances, 'suppressed' | 'weight' | 'channel' | 'addressee' | 'manners'>): Refusal | null {
  // What she has earned is owed to her, though she wants nothing else of us.
  if (suppressed && !(suppressed === 'unsubscribed' && weight === 'expected')) return suppressed as Refusal
  if (weight === 'expected') return null
  // No text message without consent, wherever she is (TCPA, ePrivacy).
  if (channel === 'sms') return addressee.smsConsent === 'subscribed' ? null : 'no-consent'
  if (addressee.consent === 'unsubscribed') return 'unsubscribed'
  return mustAgree(weight, addressee, manners) && addressee.consent !== 'subscribed' ? 'no-consent' : null
}

function mustAgree(weight: Weight, { country }: Addressee, manners: Manners): boolean {
  const strict = manners.consent === 'subscribed' || manners.consentCountries.includes(country ?? '')
  return strict || (weight === 'offer' && !manners.offerCountries.includes(country ?? ''))
}

/** The first moment from then on that is not at night where she lives. */
export function awake(at: Date, timeZone: string, { quietFrom, quietUntil }: Manners): Date {
  const local = DateTime.fromJSDate(at, { zone: timeZone })
  const quiet =
    quietFrom > quietUntil ? local.hour >= quietFrom || local.hour < quietUntil : local.hour >= quietFrom && local.hour < quietUntil
  if (!quiet || quietFrom === quietUntil) return at
  const morning = local.set({ hour: quietUntil, minute: 0, second: 0, millisecond: 0 })
  return (morning > local ? morning : morning.plus({ days: 1 }).set({ hour: quietUntil })).toJSDate()
}
