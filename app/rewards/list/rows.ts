import { z } from 'zod'
import { listQuery } from '../../values/listed.ts'
import type { Refusal } from '../reward.ts'
import { formatMoney, money } from '../../values/money.ts'
import { sayDate, sayTime } from '../../values/time.ts'
import { words } from '../editor/words.ts'
import { providerWords } from '../providers/provider-words.ts'

/** A shopper who lost her code names herself, her order or what she remembers of the code. */
export const ListQuery = listQuery(['all', 'open', 'redeemed', 'waiting', 'not-given'])
export type Listed = z.infer<typeof ListQuery>

export const RevokeRequest = z.object({ key: z.string().min(1).max(300), reason: z.string().trim().min(3).max(300) })

export interface RewardRow {
  key: string
  source: string
  reviewId: string | null
  productId: string
  product: string | null
  /** Whose it is; null: not known, or forgotten. */
  email: string | null
  tier: string | null
  state: string
  because: string | null
  code: string | null
  expiresAt: Date | null
  earnedAt: Date
  /** That used it: a code is good for one, credit for as many as it reaches. The first one first. */
  orders: readonly { id: string; name: string }[]
  discount: number | null
  revenue: number | null
  waits: string | null
  credited: boolean
  creditLeft: number | null // of it
}

export interface RewardView {
  key: string
  review: string
  /** Of a review that was written with us: its own page. */
  reviewId: string | null
  /** Who earned it, where that is known. */
  who: string
  /** Where it was written. */
  through: string
  at: string
  tier: string
  code: string
  /** The code, or what there is instead. */
  given: string
  state: keyof typeof words.states
  because: string
  orders: readonly { id: string; name: string }[]
  cost: string
  earned: string
  revocable: boolean
}

const stateOf = ({ state, orders, expiresAt, credited }: RewardRow, now: Date): RewardView['state'] => {
  if (state !== 'issued') return state as RewardView['state']
  if (orders.length > 0) return 'redeemed'
  if (expiresAt && expiresAt < now) return 'expired'
  return credited ? 'credited' : 'issued'
}

const labels: Readonly<Record<string, { label: string }>> = providerWords
const sourceSaid = (source: string): string => (source === 'form' ? words.form : (labels[source]?.label ?? source))

const refusals: Readonly<Record<string, string>> = words.refusals satisfies Record<Refusal, string>

/** Credit that was used in part goes on being worth something until it ends. */
const leftSaid = ({ orders, creditLeft, expiresAt }: RewardRow, say: (amount: number) => string, now: Date): string =>
  orders.length > 0 && creditLeft && expiresAt && expiresAt > now ? words.creditLeft(say(creditLeft)) : ''

const OPEN: ReadonlySet<RewardView['state']> = new Set(['issued', 'credited'])

/** What a shopper who asks wants to know of a reward that is not used yet. */
const untilSaid = (row: RewardRow, timeZone: string, now: Date): string =>
  row.expiresAt && OPEN.has(stateOf(row, now)) ? words.until(sayDate(row.expiresAt, timeZone)) : ''

/** As the page shows them. */
export const rewardViews = (
  rows: readonly RewardRow[],
  { currency, timeZone }: { currency: string; timeZone: string },
  now: Date,
): RewardView[] =>
  rows.map((row) => {
    const say = (amount: number | null) => (amount === null ? '' : formatMoney(money(amount, currency), 'en'))
    return {
      key: row.key,
      review: row.product ?? row.productId,
      reviewId: row.reviewId,
      who: row.email ?? '',
      through: sourceSaid(row.source),
      at: sayTime(row.earnedAt, timeZone),
      tier: row.tier ? words.tier[row.tier as keyof typeof words.tier] : '',
      code: row.code ?? '',
      given: row.code ?? (row.credited ? words.credit : ''),
      state: stateOf(row, now),
      because: row.waits
        ? words.waits(row.waits)
        : (refusals[row.because ?? ''] ?? row.because ?? (leftSaid(row, say, now) || untilSaid(row, timeZone, now))),
      orders: row.orders,
      cost: say(row.discount),
      earned: say(row.revenue),
      revocable: row.orders.length === 0 && !row.credited && ['settling', 'issuing', 'issued'].includes(row.state),
    }
  })
