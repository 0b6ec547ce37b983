import { DateTime } from 'luxon'
import { HOURS, later } from '../../values/time.ts'
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
  /** When she last got something unasked of this shop. */
  lastUnasked: Date | null
  now: Date
}

export type Refusal = 'unsubscribed' | 'bounced' | 'complained' | 'merchant' | 'no-consent'
export type Timing = { do: 'send' } | { do: 'wait'; until: Date; because: 'quiet-hours' | 'frequency' } | { do: 'refuse'; because: Refusal }

/** Whether a message may go to her, and whether now. */
export function timingOf(facts: Circumstances): Timing {
  const because = refusalOf(facts)
  if (because) return { do: 'refuse', because }
  const { weight, channel, addressee, shopZone, lastUnasked, manners, now } = facts
  const rested = lastUnasked && weight === 'unasked' ? later(lastUnasked, manners.hoursBetween * HOURS) : now
  if (rested > now) return { do: 'wait', until: awake(rested, zone(addressee, shopZone), manners), because: 'frequency' }
  if (weight === 'expected' && channel === 'email') return { do: 'send' }
  const until = awake(now, zone(addressee, shopZone), manners)
  return until > now ? { do: 'wait', until, because: 'quiet-hours' } : { do: 'send' }
}

const zone = ({ country, region }: Addressee, shopZone: string): string => zoneOf(country, region) ?? shopZone

function refusalOf({ suppressed, weight, channel, addressee, manners }: Circumstances): Refusal | null {
  // What she has earned is owed to her, though she wants nothing else of us.
  if (suppressed && !(suppressed === 'unsubscribed' && weight === 'expected')) return suppressed as Refusal
  if (weight === 'expected') return null
  // No text message without consent, wherever she is (TCPA, ePrivacy).
  if (channel === 'sms') return addressee.smsConsent === 'subscribed' ? null : 'no-consent'
  if (addressee.consent === 'unsubscribed') return 'unsubscribed'
  const strict = manners.consent === 'subscribed' || manners.consentCountries.includes(addressee.country ?? '')
  return strict && addressee.consent !== 'subscribed' ? 'no-consent' : null
}

/** The first moment from then on that is not at night where she lives. */
function awake(at: Date, timeZone: string, { quietFrom, quietUntil }: Manners): Date {
  const local = DateTime.fromJSDate(at, { zone: timeZone })
  const quiet =
    quietFrom > quietUntil ? local.hour >= quietFrom || local.hour < quietUntil : local.hour >= quietFrom && local.hour < quietUntil
  if (!quiet || quietFrom === quietUntil) return at
  const morning = local.set({ hour: quietUntil, minute: 0, second: 0, millisecond: 0 })
  return (morning > local ? morning : morning.plus({ days: 1 }).set({ hour: quietUntil })).toJSDate()
}
