import { stringify } from 'csv-stringify/sync'
import { formatDecimal } from '#app/values/money.ts'
import type { Breakdown, BreakdownRow } from './dashboard-view.ts'
import { acceptanceRate, margin, revenuePerVisit, uplift, type Figures } from './figures.ts'
import { words } from './words.ts'

type Cell = string | number
const { figures: say } = words

/** Amounts as plain decimals of the named currency, shares as parts of one; empty where nothing can be said. */
const COLUMNS: readonly [name: string, cell: (figures: Figures, currency: string) => Cell][] = [
  [say.visits.name, ({ visits }) => visits],
  [say.impressions.name, ({ impressions }) => impressions],
  [say.acceptances.name, ({ acceptances }) => acceptances],
  [words.csv.declines, ({ declines }) => declines],
  [say.acceptance.name, (figures) => share(acceptanceRate(figures))],
  [say.revenue.name, ({ revenue }, currency) => amount(revenue, currency)],
  [say.perVisit.name, (figures, currency) => amount(revenuePerVisit(figures), currency)],
  [say.uplift.name, (figures) => share(uplift(figures))],
  [say.discount.name, ({ discount }, currency) => amount(discount, currency)],
  [say.margin.name, (figures, currency) => amount(margin(figures), currency)],
  [words.csv.unknown, ({ unknown }) => unknown],
  [say.returned.name, ({ returned }, currency) => amount(returned, currency)],
  [say.fallbacks.name, ({ fallbacks }) => fallbacks],
]
const share = (part: number | null): Cell => (part === null ? '' : Number(part.toFixed(4)))
const amount = (minor: number | null, currency: string): Cell => (minor === null ? '' : Number(formatDecimal(Math.round(minor), currency)))

/**
 * RFC 4180 with a byte order mark: without one Excel reads UTF-8 as the machine's old code page, and everything else skips it. A name that
 * would be a formula gets an apostrophe, as a spreadsheet takes titles for what they look like; numbers stay numbers, negative ones too.
 */
export function csvOf(rows: readonly BreakdownRow[], by: Breakdown, currency: string): string {
  const head = [words.breakdowns[by], words.csv.currency, ...COLUMNS.map(([name]) => name)]
  const body = rows.map(({ key, name, figures }) => [
    by === 'day' ? key : name,
    currency,
    ...COLUMNS.map(([, cell]) => cell(figures, currency)),
  ])
  return stringify([head, ...body], { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true })
}
