import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Manners } from '#app/values/manners.ts'
import { timingOf, type Circumstances } from '#app/platform/messaging/timing.ts'

const noon = new Date('2026-11-02T11:00:00Z') // 12:00 in Berlin
const facts = (more: Partial<Circumstances> = {}, who: Partial<Circumstances['addressee']> = {}): Circumstances => ({
  weight: 'unasked',
  channel: 'email',
  addressee: { country: 'FR', region: null, consent: null, smsConsent: null, ...who },
  suppressed: null,
  manners: Manners.parse({}),
  shopZone: 'Europe/Berlin',
  unasked: [],
  now: noon,
  ...more,
})
const american = Manners.parse({ offerCountries: ['US'] })
const evening = new Date('2026-11-02T18:00:00Z') // 13:00 in New York
const days = (...each: string[]) => each.map((day) => new Date(`2026-${day}T11:00:00Z`))
const send = { do: 'send' }
const refused = (because: string) => ({ do: 'refuse', because })
const wait = (until: string, because: string) => ({ do: 'wait', until: new Date(until), because })

test.each([
  ['nobody has refused', facts(), send],
  ['she has unsubscribed at Shopify', facts({}, { consent: 'unsubscribed' }), refused('unsubscribed')],
  ['she has unsubscribed here', facts({ suppressed: 'unsubscribed' }), refused('unsubscribed')],
  ['but what she has earned still comes', facts({ suppressed: 'unsubscribed', weight: 'expected' }), send],
  ['after a complaint nothing comes', facts({ suppressed: 'complained', weight: 'expected' }), refused('complained')],
  ['nor to a dead address', facts({ suppressed: 'bounced', weight: 'expected' }), refused('bounced')],
  ['a German who agreed to nothing', facts({}, { country: 'DE', consent: 'not_subscribed' }), refused('no-consent')],
  ['a German of whom nothing is known', facts({}, { country: 'DE' }), refused('no-consent')],
  ['a German who agreed', facts({}, { country: 'DE', consent: 'subscribed' }), send],
  ['a shop that asks only who agreed', facts({ manners: Manners.parse({ consent: 'subscribed' }) }), refused('no-consent')],
  ['a text message without consent', facts({ channel: 'sms' }), refused('no-consent')],
  ['a text message with it', facts({ channel: 'sms' }, { smsConsent: 'subscribed' }), send],
  ['late in the evening: tomorrow at eight', facts({ now: new Date('2026-11-02T20:30:00Z') }), wait('2026-11-03T07:00:00Z', 'quiet-hours')],
  ['before dawn: this morning', facts({ now: new Date('2026-11-02T03:00:00Z') }), wait('2026-11-02T07:00:00Z', 'quiet-hours')],
  ['where she lives, not where the shop is', facts({}, { country: 'JP' }), send],
  ['it is night in Tokyo when Berlin has lunch', facts({ now: new Date('2026-11-02T13:00:00Z') }, { country: 'JP' }), wait('2026-11-02T23:00:00Z', 'quiet-hours')],
  ['her region decides', facts({ now: new Date('2026-11-02T14:00:00Z') }, { country: 'US', region: 'US-CA' }), wait('2026-11-02T16:00:00Z', 'quiet-hours')],
  ['an unknown country lives by the shop’s clock', facts({ now: new Date('2026-11-02T21:00:00Z') }, { country: null }), wait('2026-11-03T07:00:00Z', 'quiet-hours')],
  ['a code by e-mail comes at night too', facts({ weight: 'expected', now: new Date('2026-11-02T23:00:00Z') }), send],
  ['but no text message', facts({ weight: 'expected', channel: 'sms', now: new Date('2026-11-02T23:00:00Z') }), wait('2026-11-03T07:00:00Z', 'quiet-hours')],
  ['two a day are one too many', facts({ unasked: [new Date('2026-11-02T10:00:00Z')] }), wait('2026-11-03T07:00:00Z', 'frequency')],
  ['a day later is fine', facts({ unasked: [new Date('2026-11-01T10:00:00Z')] }), send],
  ['a fourth within the week waits until the first is a week old', facts({ unasked: days('10-31', '10-29', '10-27') }), wait('2026-11-03T11:00:00Z', 'weekly-cap')],
  ['a third does not', facts({ unasked: days('10-31', '10-29', '10-26') }), send],
  ['what she waits for is never counted out', facts({ weight: 'expected', unasked: days('11-02', '11-01', '10-31') }), send],
  ['an offer to somebody who agreed to nothing', facts({ weight: 'offer' }), refused('no-consent')],
  ['an offer to somebody who agreed', facts({ weight: 'offer' }, { consent: 'subscribed' }), send],
  ['an offer where buyers may be written to until they refuse', facts({ weight: 'offer', manners: american, now: evening }, { country: 'US' }), send],
  ['but not once she has refused', facts({ weight: 'offer', manners: american, now: evening }, { country: 'US', consent: 'unsubscribed' }), refused('unsubscribed')],
  ['nor where the country is strict as well', facts({ weight: 'offer', manners: Manners.parse({ offerCountries: ['DE'] }) }, { country: 'DE' }), refused('no-consent')],
  ['an offer by text message with consent to e-mails only', facts({ weight: 'offer', channel: 'sms' }, { consent: 'subscribed' }), refused('no-consent')],
  ['the night that the clock goes forward', facts({ now: new Date('2027-03-28T00:30:00Z') }), wait('2027-03-28T06:00:00Z', 'quiet-hours')],
])('%s', (_, circumstances, timing) => expect(timingOf(circumstances)).toEqual(timing)) // prettier-ignore

test('whoever waits, waits for a moment at which nothing holds it back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
      fc.constantFrom('JP', 'US', 'FR', 'IR'),
      (now, country) => {
        const timing = timingOf(facts({ now }, { country }))
        if (timing.do !== 'wait') return
        expect(timing.until.getTime()).toBeGreaterThan(now.getTime())
        expect(timingOf(facts({ now: timing.until }, { country }))).toEqual(send)
      },
    ),
  )
})
