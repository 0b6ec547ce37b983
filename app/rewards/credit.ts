import { later, SECONDS } from '../values/time.ts'

/** What store credit takes of the merchant's consent, asked for only when she gives it: to make it, and to see whether it was made. */
export const CREDIT_SCOPES = ['write_store_credit_account_transactions', 'read_store_credit_accounts'] as const

const HOUR_SECONDS = 3_600

/**
 * Credit carries no name of ours, so its last second is its name: within the last hour of its last day, and for each reward another. After a
 * crash that is how one that was made already is told from the others of the same shopper. `digest` is a whole number drawn from the reward's key.
 */
export const creditEnds = (endOfDay: Date, digest: number): Date => later(endOfDay, -(Math.abs(digest) % HOUR_SECONDS) * SECONDS)

export const sameSecond = (one: Date, other: string | null | undefined): boolean =>
  other !== null && other !== undefined && Math.floor(one.getTime() / 1_000) === Math.floor(Date.parse(other) / 1_000)
