import { z } from 'zod'

/** What names one thing that went wrong: a delivery (webhook) or a job. */
export const Trouble = z.object({ kind: z.enum(['delivery', 'job']), source: z.string().max(40), id: z.string().min(1).max(200) })
export type Trouble = z.infer<typeof Trouble>

/** One thing that went wrong, for the merchant. */
export interface ToldTrouble extends Trouble {
  name: string // a topic, or a task's
  count: number // of its kind that are told by this one
  failed: boolean // no tries left
  reason: string
  attempts: number
  at: Date
}
