/** What every number can be told by. */
export const DIMENSIONS = ['all', 'offer', 'step', 'surface', 'day', 'currency'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What shoppers did, as their browsers reported it. */
export interface Visits {
  visits: number // purchases that saw an offer, once each
  impressions: number // reported renders of a step, once per purchase and step
  declines: number
  fallbacks: number // of visits, those that met the prepared fallback
}
/** What the orders hold of what was accepted. Amounts are minor units of the shop's currency. */
export interface Sales {
  acceptances: number // changesets whose lines are in an order
  acceptedVisits: number // purchases with one or more of them, once each
  orders: number // with an accepted line, and something else kept: what is bought by a link is often an order of its own, which grew from nothing
  rest: number // what those orders come to without the accepted lines
  added: number // of revenue, that of those orders
  revenue: number // paid and kept, without tax and shipping
  returned: number
  discount: number // on what was paid and kept
  lines: number // accepted and kept
  unknown: number // of lines, those whose cost nobody knew
  known: number // of revenue, that of the other lines
  cost: number // of the other lines
}
export type Figures = Visits & Sales

export interface Keyed {
  dimension: Dimension
  key: string
}
export type Report = ReadonlyMap<Dimension, ReadonlyMap<string, Figures>>

export const NOTHING: Figures = {
  visits: 0,
  impressions: 0,
  declines: 0,
  fallbacks: 0,
  acceptances: 0,
  acceptedVisits: 0,
  orders: 0,
  rest: 0,
  added: 0,
  revenue: 0,
  returned: 0,
  discount: 0,
  lines: 0,
  unknown: 0,
  known: 0,
  cost: 0,
}

/** What was seen beside what was sold. */
export function reportOf(visits: readonly (Visits & Keyed)[], sales: readonly (Sales & Keyed)[]): Report {
  const report = new Map(DIMENSIONS.map((dimension) => [dimension, new Map<string, Figures>()]))
  for (const { dimension, key, ...row } of [...visits, ...sales]) {
    const figures = report.get(dimension)
    figures?.set(key, { ...NOTHING, ...figures.get(key), ...row })
  }
  return report
}

export const figuresIn = (report: Report, dimension: Dimension, key = ''): Figures => report.get(dimension)?.get(key) ?? NOTHING

/** A step's key: ids of offers hold no space. */
export const stepKey = (offerId: string, stepId: string): string => `${offerId} ${stepId}`
export function offerAndStep(key: string): [offerId: string, stepId: string] {
  const at = key.indexOf(' ')
  return [key.slice(0, at), key.slice(at + 1)]
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** Of the purchases that saw it, those that took something: who declines one step and takes the next has taken. Of a step, those who took that. */
export const acceptanceRate = ({ acceptedVisits, visits }: Pick<Figures, 'acceptedVisits' | 'visits'>): number | null =>
  share(acceptedVisits, visits)

/** Minor units, not rounded: revenue over purchases that met the page. */
export const revenuePerVisit = ({ revenue, visits }: Figures): number | null => share(revenue, visits)

/** How much larger the orders became that took an offer: 0.2 is a fifth. Null when none did, or nothing else is left in them. */
export const uplift = ({ added, rest }: Figures): number | null => share(added, rest)

/** Average value of the same orders, without the offer and with it; minor units, not rounded. */
export const orderValues = ({ orders, rest, added }: Figures): { without: number; with: number } | null =>
  orders > 0 ? { without: rest / orders, with: (rest + added) / orders } : null

/** What is left of the revenue of lines whose cost is known. Null when it is known of none. */
export const margin = ({ known, cost, lines, unknown }: Figures): number | null => (lines > unknown ? known - cost : null)
