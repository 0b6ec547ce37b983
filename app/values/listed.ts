import { z } from 'zod'

const page = z.coerce.number().int().min(1).max(10_000).catch(1)

/** Of a list that nothing narrows, only the page. */
export const PageQuery = z.object({ page })

/** Which part of a list a page shows, as its address says it; what makes no sense there is as if it were not. */
export const listQuery = <const Shown extends readonly ['all', ...string[]]>(shown: Shown) =>
  z.object({
    shown: z.enum(shown).catch('all' as never),
    page,
    search: z.string().trim().max(200).catch(''),
  })

/** Where in a list a page is, and whether there is another one after it. */
export interface Paged {
  page: number
  more: boolean
}

export interface Listed<Shown extends string = string> {
  shown: Shown
  page: number
  search: string
}

export const NO_FILTER = { shown: 'all', search: '', page: 1 } as const satisfies Listed
export const isNarrowed = ({ shown, search }: Listed): boolean => shown !== 'all' || search !== ''
