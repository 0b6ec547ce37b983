import { createHash } from 'node:crypto'
import { db } from '#app/platform/db.server.ts'
import { log } from '#app/platform/log.server.ts'
import type { RefusalReason } from './refusals.ts'
import type { RequestName } from './requests.ts'

export interface Refusal {
  shop: string
  referenceId: string
  request: RequestName
  reason: RefusalReason
  stepId?: string
  detail?: Readonly<Record<string, unknown>>
}

/** Logged always, stored once: whoever repeats a request a thousand times fills no table. */
export async function recordRefusal({ shop, referenceId, request, reason, stepId = '', detail = {} }: Refusal): Promise<void> {
  const told = { ...detail, ...(stepId ? { stepId } : {}) }
  log.warn({ shop, referenceId, request, reason, ...told }, 'refused')
  const id = createHash('sha256').update([shop, referenceId, request, reason, stepId].join('\n')).digest('base64url').slice(0, 22)
  try {
    await db.refusal.createMany({ data: [{ shop, id, referenceId, request, reason, detail: told }], skipDuplicates: true })
  } catch (error) {
    log.error({ err: error, shop, referenceId, reason }, 'a refusal could not be stored')
  }
}
