import { z } from 'zod'
import { ruleKind } from './kind.ts'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** In the shop's time zone, from the first minute up to the second, which no longer counts; 22:00 to 06:00 goes over midnight. */
export const timeOfDay = ruleKind({
  kind: 'time-of-day',
  schema: z.object({ kind: z.literal('time-of-day'), from: time, until: time }),
  title: 'Time of day',
  group: 'time',
  fields: [
    { name: 'from', label: 'From', type: 'time' },
    { name: 'until', label: 'Until', type: 'time', help: 'In the shop’s time zone. 22:00 to 06:00 goes over midnight.' },
  ],
  empty: () => ({ kind: 'time-of-day', from: '18:00', until: '23:00' }),
  sentence: ({ from, until }) => `order between ${from || '…'} and ${until || '…'}`,
  opposite: ({ from, until }) => `do not order between ${from || '…'} and ${until || '…'}`,
  problems: ({ from, until }) => (from === until ? { until: 'The end must differ from the start' } : {}),
  check:
    ({ from, until }) =>
    ({ at }) => {
      if (at === null) return 'unknown'
      const now = at.slice(11)
      return from < until ? now >= from && now < until : now >= from || now < until
    },
  keys: () => null,
  selectivity: () => 0.4,
  source: 'the clock',
})
