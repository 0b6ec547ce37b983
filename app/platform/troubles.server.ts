import { retryDelivery, troubledDeliveries } from './deliveries.server.ts'
import { failedJobs, retryJob, stuckJobs } from './jobs.server.ts'
import type { ToldTrouble, Trouble } from './trouble.ts'

/** Every delivery and job of the shop that has not worked, each with its reason, newest first. */
export async function listTroubles(shop: string, limit = 20): Promise<ToldTrouble[]> {
  const [deliveries, jobs, stuck] = await Promise.all([troubledDeliveries(shop, limit), failedJobs(shop), stuckJobs(shop)])
  const tasks = [...jobs.map((job) => ({ ...job, count: 1, failed: true })), ...stuck.map((job) => ({ ...job, failed: false }))]
  const told: ToldTrouble[] = [
    ...deliveries.map(({ source, id, topic, state, reason, attempts, receivedAt }) => ({
      kind: 'delivery' as const,
      source,
      id,
      name: topic,
      count: 1,
      failed: state === 'failed',
      reason: reason ?? '',
      attempts,
      at: receivedAt,
    })),
    ...tasks.map(({ failedAt, ...task }) => ({ kind: 'job' as const, source: 'encore', at: failedAt, ...task })),
  ]
  return told.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit)
}

export const retryTrouble = (shop: string, { kind, source, id }: Trouble): Promise<void> =>
  kind === 'delivery' ? retryDelivery(shop, source, id) : retryJob(shop, id)
