import { formatMoney, money, type Money } from '#app/values/money.ts'
import {
  acceptanceRate,
  figuresIn,
  margin,
  offerAndStep,
  orderValues,
  revenuePerVisit,
  uplift,
  type Figures,
  type Report,
} from './figures.ts'
import { daysOf, sayDay, sayPeriod, type Period } from './period.ts'
import { words } from './words.ts'

export const BREAKDOWNS = ['offer', 'step', 'surface', 'day', 'currency'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]
export const breakdownOf = (asked: string | null): Breakdown => BREAKDOWNS.find((each) => each === asked) ?? 'offer'

export interface Card {
  name: string
  means: string
  value: string
  change: string | null // against the period before
  hint: string | null
}
export interface BreakdownRow {
  key: string
  name: string
  url: string | null
  figures: Figures
}
export interface Trend {
  days: readonly { day: string; name: string; now: number; before: number }[] // minor units
  currency: string
}

interface Told {
  report: Report
  before: Report
  currency: string
  elsewhere: readonly Money[]
  tests: Money
  names: readonly { id: string; title: string; steps: readonly string[] }[]
}

/** What the page shows, out of two reports. */
export function dashboardView(told: Told, period: Period, compared: Pick<Period, 'from' | 'to'>, by: Breakdown) {
  const { report, currency, elsewhere, tests } = told
  const all = figuresIn(report, 'all')
  return {
    period,
    said: sayPeriod(period),
    compared: sayPeriod(compared),
    by,
    currency,
    empty: all.impressions + all.acceptances + all.declines === 0,
    elsewhere: elsewhere.map((each) => formatMoney(each, 'en')).join(', '),
    tests: tests.amount > 0 ? formatMoney(tests, 'en') : '',
    cards: cardsOf(all, figuresIn(told.before, 'all'), currency),
    rows: rowsOf(told, by, period),
    trend: trendOf(told, period, compared),
  }
}
export type Dashboard = ReturnType<typeof dashboardView>

const percent = (share: number | null): string => (share === null ? words.dashboard.nobodyKnows : `${(100 * share).toFixed(1)} %`)
export const count = (number: number): string => number.toLocaleString('en')
export const amount = (minor: number | null, currency: string): string =>
  minor === null ? words.dashboard.nobodyKnows : formatMoney(money(Math.round(minor), currency), 'en')

type Of = (figures: Figures) => number | null
type Say = (value: number | null, currency: string) => string
const counted: Say = (value) => count(value ?? 0)
const CARDS: readonly [keyof typeof words.figures, Of, Say][] = [
  ['revenue', ({ revenue }) => revenue, amount],
  ['acceptance', acceptanceRate, percent],
  ['perVisit', revenuePerVisit, amount],
  ['uplift', uplift, percent],
  ['visits', ({ visits }) => visits, counted],
  ['impressions', ({ impressions }) => impressions, counted],
  ['acceptances', ({ acceptances }) => acceptances, counted],
  ['discount', ({ discount }) => discount, amount],
  ['margin', margin, amount],
  ['returned', ({ returned }) => returned, amount],
  ['fallbacks', ({ fallbacks }) => fallbacks, counted],
]

const cardsOf = (now: Figures, before: Figures, currency: string): Card[] =>
  CARDS.map(([figure, of, say]) => {
    const { name, means } = words.figures[figure]
    return { name, means, value: say(of(now), currency), change: changeOf(of(now), of(before)), hint: hintOf(figure, now, currency) }
  })

function hintOf(figure: string, figures: Figures, currency: string): string | null {
  const values = figure === 'uplift' ? orderValues(figures) : null
  if (values) return words.figures.uplift.hint(amount(values.without, currency), amount(values.with, currency))
  return figure === 'margin' && figures.unknown > 0 ? words.figures.margin.unknown(figures.unknown, figures.lines) : null
}

/** Null where there is nothing to compare. */
export function changeOf(now: number | null, before: number | null): string | null {
  if (now === null || before === null) return null
  if (now === before) return words.change.same
  if (before <= 0) return before === 0 ? words.change.fromNothing : null
  const share = `${Math.abs((100 * (now - before)) / before).toFixed(0)} %`
  return now > before ? words.change.more(share) : words.change.less(share)
}

function rowsOf({ report, names }: Told, by: Breakdown, period: Period): BreakdownRow[] {
  const found = report.get(by) ?? new Map<string, Figures>()
  const keys = by === 'day' ? daysOf(period).reverse() : [...found.keys()]
  const rows = keys.map((key) => ({ key, ...nameOf(by, key, names), figures: figuresIn(report, by, key) }))
  return by === 'day'
    ? rows
    : rows.sort((a, b) => b.figures.revenue - a.figures.revenue || b.figures.visits - a.figures.visits || (a.key < b.key ? -1 : 1))
}

function nameOf(by: Breakdown, key: string, names: Told['names']): Pick<BreakdownRow, 'name' | 'url'> {
  if (by === 'day') return { name: sayDay(key), url: null }
  if (by === 'surface') return { name: words.surfaces[key] ?? key, url: null }
  if (by === 'currency') return { name: key || words.unknownCurrency, url: null }
  const [offerId, stepId] = by === 'step' ? offerAndStep(key) : [key, '']
  const offer = names.find(({ id }) => id === offerId)
  const title = offer?.title ?? words.gone
  return {
    name: by === 'step' ? words.step(title, (offer?.steps.indexOf(stepId) ?? -1) + 1) : title,
    url: offer ? `/offers/${offerId}` : null,
  }
}

function trendOf({ report, before, currency }: Told, period: Period, compared: Pick<Period, 'from' | 'to'>): Trend {
  const earlier = daysOf(compared)
  const days = daysOf(period).map((day, index) => ({
    day,
    name: sayDay(day),
    now: figuresIn(report, 'day', day).revenue,
    before: figuresIn(before, 'day', earlier[index] ?? '').revenue,
  }))
  return { days, currency }
}

/** A table's columns: what it says on the page, and the number that a spreadsheet gets. */
export interface Column {
  name: string
  say: (figures: Figures, currency: string) => string
}
export const COLUMNS: readonly Column[] = [
  { name: words.figures.visits.name, say: ({ visits }) => count(visits) },
  { name: words.figures.acceptance.name, say: (figures) => percent(acceptanceRate(figures)) },
  { name: words.figures.revenue.name, say: ({ revenue }, currency) => amount(revenue, currency) },
  { name: words.figures.perVisit.name, say: (figures, currency) => amount(revenuePerVisit(figures), currency) },
  { name: words.figures.uplift.name, say: (figures) => percent(uplift(figures)) },
  { name: words.figures.discount.name, say: ({ discount }, currency) => amount(discount, currency) },
  { name: words.figures.margin.name, say: (figures, currency) => amount(margin(figures), currency) },
]
