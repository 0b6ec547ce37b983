import { createHash } from 'node:crypto'
import type { Prisma } from '@prisma/client'
import { countedLog } from '#app/platform/counted-log.server.ts'
import { db } from '#app/platform/db.server.ts'
import { gather } from '#app/platform/gather.server.ts'
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

const notStored = countedLog('a refusal could not be stored')

/** Logged always, stored once: whoever repeats a request a thousand times fills no table. */
export async function recordRefusal({ shop, referenceId, request, reason, stepId = '', detail = {} }: Refusal): Promise<void> {
  const told = { ...detail, ...(stepId ? { stepId } : {}) }
  log.warn({ shop, referenceId, request, reason, ...told }, 'refused')
  const id = createHash('sha256').update([shop, referenceId, request, reason, stepId].join('\n')).digest('base64url').slice(0, 22)
  try {
    await store({ shop, id, referenceId, request, reason, detail: told })
  } catch (error) {
    notStored(error, { shop, referenceId, reason })
  }
}

// When the database cannot keep up, every shopper's request is refused: a write for each would keep it so.
const store = gather<Prisma.RefusalCreateManyInput>((data) => db.refusal.createMany({ data, skipDuplicates: true }), {
  most: 500,
  within: 10,
  atOnce: 1,
})
