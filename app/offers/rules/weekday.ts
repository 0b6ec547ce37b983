import { z } from 'zod'
import { ruleKind } from './kind.ts'
import { list } from './words.ts'

export const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
const FROM_SUNDAY = ['sunday', ...DAYS.slice(0, 6)]

const say = (day: string): string => day.charAt(0).toUpperCase() + day.slice(1)

export const weekday = ruleKind({
  kind: 'weekday',
  schema: z.object({ kind: z.literal('weekday'), days: z.array(z.enum(DAYS)).min(1).max(7) }),
  title: 'Day of the week',
  group: 'time',
  fields: [{ name: 'days', label: 'Days', type: 'weekdays', help: 'In the shop’s time zone.' }],
  empty: () => ({ kind: 'weekday', days: [] }),
  sentence: ({ days }) => `order on a ${list(days.map(say))}`,
  opposite: ({ days }) => `do not order on a ${list(days.map(say))}`,
  check({ days }) {
    const wanted = new Set<string>(days)
    return ({ at }) => (at === null ? 'unknown' : wanted.has(FROM_SUNDAY[new Date(`${at.slice(0, 10)}T00:00:00Z`).getUTCDay()] ?? ''))
  },
  keys: () => null,
  selectivity: ({ days }) => days.length / 7,
  source: 'the clock',
})
