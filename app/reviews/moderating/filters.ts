import { z } from 'zod'

export const TABS = ['held', 'published', 'hidden', 'all'] as const
export type Tab = (typeof TABS)[number]

const day = z.iso.date().catch('').default('')
const optional = z.string().trim().max(200).catch('').default('')

/** Which reviews the merchant looks at, as the page's address says it; what makes no sense there is as if it were not. */
export const Filters = z.object({
  tab: z.enum(TABS).catch('all').default('all'),
  rating: z.enum(['', '1', '2', '3', '4', '5']).catch('').default(''),
  media: z.enum(['', 'photo', 'video', 'any', 'none']).catch('').default(''),
  source: z.enum(['', 'form', 'import']).catch('').default(''),
  verified: z.enum(['', 'yes', 'no']).catch('').default(''),
  /** Something was promised or given for it. */
  rewarded: z.enum(['', 'yes', 'no']).catch('').default(''),
  /** Calendar days of the shop, both whole. */
  from: day,
  to: day,
  product: optional,
  search: optional,
  page: z.coerce.number().int().min(1).max(400).catch(1).default(1),
})
export type Filters = z.infer<typeof Filters>

/** Everything of the tab that she is in. */
export const NO_FILTER = {
  rating: '',
  media: '',
  source: '',
  verified: '',
  rewarded: '',
  from: '',
  to: '',
  product: '',
  search: '',
  page: 1,
} as const satisfies Omit<Filters, 'tab'>

export const isNarrowed = ({ tab: _, page: __, ...filters }: Filters): boolean => Object.values(filters).some((value) => value !== '')

/** How many of the filters that are folded away are in use. */
export const usedOf = ({ source, verified, rewarded, from, to }: Filters): number =>
  [source, verified, rewarded, from, to].filter((value) => value !== '').length

export const filtersOf = (query: URLSearchParams): Filters => Filters.parse(Object.fromEntries(query))

/** The shortest address that says the same. */
export function addressOf(filters: Filters): Record<string, string> {
  const given = Object.entries(filters).map(([name, value]) => [name, String(value)] as const)
  return Object.fromEntries(
    given.filter(([name, value]) => value !== '' && !(name === 'page' && value === '1') && !(name === 'tab' && value === 'all')),
  )
}
