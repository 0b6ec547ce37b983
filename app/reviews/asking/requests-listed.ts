import type { z } from 'zod'
import { listQuery } from '#app/values/listed.ts'

export const RequestsQuery = listQuery(['all', 'planned', 'sent', 'answered', 'skipped'])
export type ListedRequests = z.infer<typeof RequestsQuery>

export interface RequestRow {
  id: string
  orderId: string
  order: string
  state: string
  because: string | null
  /** Products of the order that she is not asked about, and why. */
  leftOut: readonly { title: string; because: string }[]
  texted: boolean
  /** The carrier says that it is on her phone. */
  arrived: boolean
  when: string
}
