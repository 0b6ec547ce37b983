import type { AnyEvent } from './events.ts'

/** Every job and what it is told. The shop comes first: it is how a shop's jobs are paused, dropped and retried. */
export interface JobPayloads {
  'process-delivery': { shop: string; source: string; id: string }
  'announce-event': { shop: string } & AnyEvent
  'run-reaction': { shop: string; reaction: string } & AnyEvent
  'learn-shop': { shop: string; announce: boolean }
  'refresh-catalog': { shop: string }
  'advance-sync': { shop: string; run: string; kind: 'products' | 'collections' | 'customers' | 'orders' }
  'reconcile-shop': { shop: string }
  'reconcile-all': Nightly
  'send-request': { shop: string; id: string }
  'backfill-requests': { shop: string; key: string; from: string; to: string }
  'send-follow-up': { shop: string; automation: string; orderId: string }
  'send-message': { shop: string; key: string }
  'release-messages': Nightly
  'store-media': { shop: string; reviewId: string; looks: number }
  'delete-files': { shop: string }
  'forget-traces': Nightly
  'forget-deliveries': Nightly
  'read-metafield': { shop: string; name: string }
  'settle-reward': { shop: string; rewardKey: string }
  'mint-codes': { shop: string; discountKey: string }
  'withdraw-code': { shop: string; rewardKey: string }
  'credit-reward': { shop: string; rewardKey: string }
  'trace-credit': { shop: string; customerId: string }
  'remind-rewards': Nightly
  'show-reviews': { shop: string }
  'remove-unpaid': { shop: string; orderId: string }
  'bring-reviews': { shop: string; importId: string }
  'undo-import': { shop: string; importId: string }
  'move-media': { shop: string; importId: string }
  'settle-shares': Nightly
  'rank-offers': Nightly
}
export type JobName = keyof JobPayloads

/** A job that the clock starts; it is for all shops and enqueues one job for each. */
export type Nightly = { shop?: never }

export interface JobOptions {
  /** One pending job a key: a second one replaces the first. Default: the name and the whole payload. */
  key?: string
  runAt?: Date
  maxAttempts?: number
  /** Jobs of one queue run one after the other. */
  queue?: string
  /** Asked for again it keeps its place in the line: else a job that everybody asks for never comes first where there is always a line. */
  keepTurn?: boolean
}

export type JobTask<Name extends JobName> = (payload: JobPayloads[Name], attempt: { number: number; last: boolean }) => Promise<void>
export type JobTable = { [Name in JobName]: JobTask<Name> }

/** At these UTC minutes (cron syntax) a job for all shops starts. */
export type Cron = { at: string; job: { [Name in JobName]: JobPayloads[Name] extends Nightly ? Name : never }[JobName] }

/** With the queue's backoff of e^tries seconds, twelve tries span about a day. */
export const MAX_ATTEMPTS = 12

/** Neither waits for the merchant to open the app again: the inbox must empty, and privacy requests have a deadline. */
export const NEVER_PAUSED: ReadonlySet<JobName> = new Set(['process-delivery'])

export const shopFlag = (shop: string): string => `shop:${shop}`
export const pauseFlag = (shop: string): string => `pausable:${shop}`

export function jobFlags(name: JobName, shop: string | undefined): string[] {
  if (!shop) return []
  return NEVER_PAUSED.has(name) ? [shopFlag(shop)] : [shopFlag(shop), pauseFlag(shop)]
}

export const defaultKey = (name: JobName, payload: object): string => {
  const told = Object.entries(payload).sort(([a], [b]) => (a < b ? -1 : 1))
  return `${name}:${JSON.stringify(told)}`
}
