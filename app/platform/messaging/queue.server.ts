import type { Tx } from '../db.server.ts'
import { enqueue } from '../jobs.server.ts'
import type { Asked } from './message.ts'

/** The message and the job that sends it, in the caller's transaction. False: a message of this key exists, and stays as it is. */
export async function queueMessage(tx: Tx, { content, ...asked }: Asked): Promise<boolean> {
  const { count } = await tx.message.createMany({ data: [{ ...asked, content }], skipDuplicates: true })
  if (count > 0) await scheduleSending(tx, asked.shop, asked.key, asked.sendAt)
  return count > 0
}

/** One job a message: asked again, it moves. */
export const scheduleSending = (tx: Tx, shop: string, key: string, runAt: Date): Promise<void> =>
  enqueue(tx, 'send-message', { shop, key }, { key: `message:${shop}:${key}`, runAt })
