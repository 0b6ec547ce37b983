import { stringify } from 'csv-stringify/sync'
import { words } from './words.ts'

interface Audited {
  id: string
  source: string
  rating: number
  submittedAt: Date
  verified: boolean
  incentive: string | null
  request: { sentAt: Date | null; channel: string; consent: string | null; terms: unknown } | null
  versions: readonly { at: Date; by: string; rating: number; title: string; body: string }[]
  log: readonly { at: Date; who: string; what: string; detail: unknown }[]
}

type Line = [at: Date, who: string, what: string, detail: string]

/** Everything that happened to one review in order, for whoever has to prove it (R12). */
export function auditOf({ id, source, rating, submittedAt, verified, incentive, request, versions, log }: Audited): string {
  const { audit } = words
  const facts = { review: id, source, rating, verified, incentive }
  const lines: Line[] = [
    ...(request?.sentAt
      ? [[request.sentAt, audit.encore, audit.asked, told({ by: request.channel, consent: request.consent, terms: request.terms })] as Line]
      : []),
    [submittedAt, audit.shopper, audit.facts, told(facts)],
    ...versions.map(({ at, by, ...was }): Line => [at, by, audit.before, told({ rating: was.rating, title: was.title, body: was.body })]),
    ...log.map(({ at, who, what, detail }): Line => [at, who, what, told(detail)]),
  ]
  const rows = lines.toSorted(([one], [other]) => one.getTime() - other.getTime()).map(([at, ...rest]) => [at.toISOString(), ...rest])
  return stringify([audit.columns, ...rows], { bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/, escape_formulas: true })
}

const told = (value: unknown): string => JSON.stringify(value)
