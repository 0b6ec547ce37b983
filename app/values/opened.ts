import { z } from 'zod'

/** The mark of what a settings page was opened with, as it goes along with a save; null replaces whatever stands there. */
export const Opened = z.string().max(64).nullable()
export type Opened = z.infer<typeof Opened>

/** What a settings page hears of its save: the mark of what is stored now, or why nothing was; `now` marks what someone else stored. */
export interface SaveAnswer {
  opened?: string | undefined
  because?: string | undefined
  now?: string | undefined
}
