import { z } from 'zod'

/** Which part of a list a page shows, as its address says it; what makes no sense there is as if it were not. */
export const listQuery = <const Shown extends readonly ['all', ...string[]]>(shown: Shown) =>
  z.object({
    shown: z.enum(shown).catch('all' as never),
    page: z.coerce.number().int().min(1).max(10_000).catch(1),
    search: z.string().trim().max(200).catch(''),
  })

export interface Listed<Shown extends string = string> {
  shown: Shown
  page: number
  search: string
}

export const NO_FILTER = { shown: 'all', search: '', page: 1 } as const satisfies Listed
export const isNarrowed = ({ shown, search }: Listed): boolean => shown !== 'all' || search !== ''
