import type { z } from 'zod'
import { listQuery } from '#app/values/listed.ts'

export const FollowUpsQuery = listQuery(['all', 'planned', 'sent', 'skipped'])
export type ListedFollowUps = z.infer<typeof FollowUpsQuery>

export interface FollowUpRow {
  orderId: string
  order: string
  state: string
  because: string | null
  channel: string
  when: string
  followed: boolean
  /** The order that came of it, and what it earned. */
  sale: { orderId: string; earned: string } | null
}
