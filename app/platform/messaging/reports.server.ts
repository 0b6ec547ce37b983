import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { transact } from '../db.server.ts'
import { environment } from '../env.server.ts'
import { hashOf, suppress } from './suppression.server.ts'

/** What the operator's carrier tells of mails that came back or that somebody called spam. */
export const Reports = z.object({
  reports: z
    .array(
      z.object({
        kind: z.enum(['bounce', 'complaint']),
        /** A full mailbox is no reason to give up an address. */
        permanent: z.boolean().default(true),
        messageId: z.string().max(500),
      }),
    )
    .max(1_000),
})
export type Report = z.infer<typeof Reports>['reports'][number]

/** Null: nobody may report. */
export function mayReport(authorization: string | undefined): boolean | null {
  const { MAIL_REPORT_TOKEN } = environment()
  if (!MAIL_REPORT_TOKEN) return null
  const [expected, given] = [Buffer.from(`Bearer ${MAIL_REPORT_TOKEN}`), Buffer.from(authorization ?? '')]
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Answers how many of them were about mails of ours. */
export async function takeReports(reports: readonly Report[]): Promise<number> {
  let known = 0
  for (const report of reports) known += await takeReport(report)
  return known
}

function takeReport({ kind, permanent, messageId }: Report): Promise<number> {
  const carrierId = messageId.startsWith('<') ? messageId : `<${messageId}>`
  return transact(async (tx) => {
    const message = await tx.message.findFirst({ where: { carrierId } })
    if (!message) return 0
    const { shop, key, channel, to } = message
    const state = kind === 'bounce' ? 'bounced' : 'complained'
    await tx.message.update({ where: { shop_key: { shop, key } }, data: { state, because: permanent ? null : 'for-now' } })
    if (to && (permanent || kind === 'complaint')) await suppress(tx, shop, channel, hashOf(channel, to), state)
    return 1
  })
}
