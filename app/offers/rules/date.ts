import { z } from 'zod'
import { sayDate } from '#app/values/time.ts'
import { ruleKind } from './kind.ts'

const day = z.iso.date().nullable()

const say = (date: string): string => (Number.isNaN(Date.parse(date)) ? '…' : sayDate(new Date(`${date}T00:00:00Z`), 'UTC'))

/** Days of the shop's calendar; both ends count. */
export const date = ruleKind({
  kind: 'date',
  schema: z.object({ kind: z.literal('date'), from: day, until: day }),
  title: 'Date',
  group: 'time',
  fields: [
    { name: 'from', label: 'From', type: 'date', optional: true },
    { name: 'until', label: 'Until', type: 'date', optional: true, help: 'Both days count, in the shop’s time zone.' },
  ],
  empty: () => ({ kind: 'date', from: null, until: null }),
  sentence: (rule) => `order ${saysDates(rule)}`,
  opposite: (rule) => `do not order ${saysDates(rule)}`,
  problems: ({ from, until }) =>
    from === null && until === null
      ? { from: 'Enter the first day, the last or both' }
      : from !== null && until !== null && until < from
        ? { until: 'The last day cannot be before the first' }
        : {},
  check: ({ from, until }) => {
    const [first, last] = [from ?? '', until ?? '9999']
    return ({ at }) => (at === null ? 'unknown' : at.slice(0, 10) >= first && at.slice(0, 10) <= last)
  },
  keys: () => null,
  selectivity: () => 0.5,
  source: 'the clock',
})

function saysDates({ from, until }: { from: string | null; until: string | null }): string {
  if (from && until) return from === until ? `on ${say(from)}` : `from ${say(from)} to ${say(until)}`
  return until ? `until ${say(until)}` : `from ${from ? say(from) : '…'}`
}
