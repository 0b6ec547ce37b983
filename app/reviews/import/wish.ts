import { z } from 'zod'
import { FIELDS } from './format.ts'

const Column = z.number().int().min(0).max(500)

/** What the merchant asks of an import on its page. */
export const ImportWish = z.object({
  do: z.enum(['start', 'preview', 'undo', 'move', 'discard']),
  mapping: z.partialRecord(z.enum(FIELDS), Column),
  dateOrder: z.enum(['dmy', 'mdy']).nullable(),
})
export type ImportWish = z.infer<typeof ImportWish>

/** Every line was looked at, and none of them fits: there is nothing to start. */
export const fitsNothing = (preview: { looked: number; fitting: number } | null, lines: number): boolean =>
  preview !== null && preview.fitting === 0 && preview.looked >= lines
