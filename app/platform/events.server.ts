import type { EventName, Events, ReactionTable } from './events.ts'
import type { JobPayloads } from './jobs.ts'
import { transact } from './db.server.ts'
import type { Tx } from './db.server.ts'
import { enqueue, enqueueMany } from './jobs.server.ts'

/** One job in the caller's transaction; the worker hands it on to every reaction. */
export async function emit<Name extends EventName>(tx: Tx, event: Name, payload: Events[Name]): Promise<void> {
  await enqueue(tx, 'announce-event', announcement(event, payload))
}

/** The same for many at once: a bulk load announces each of its orders in one statement. */
export async function emitMany<Name extends EventName>(tx: Tx, event: Name, payloads: readonly Events[Name][]): Promise<void> {
  await enqueueMany(
    tx,
    'announce-event',
    payloads.map((payload) => announcement(event, payload)),
  )
}

// The union of events cannot follow a generic name; the signature above has already checked the pair.
const announcement = (event: EventName, payload: { shop: string }) =>
  ({ shop: payload.shop, event, payload }) as JobPayloads['announce-event']

export const announceEvent = (reactions: ReactionTable) => async (announced: JobPayloads['announce-event']) => {
  const named = Object.keys(reactions[announced.event])
  await transact((tx) =>
    enqueueMany(
      tx,
      'run-reaction',
      named.map((reaction) => ({ ...announced, reaction })),
    ),
  )
}

export const runReaction = (reactions: ReactionTable) => async (announced: JobPayloads['run-reaction']) => {
  const react = (reactions[announced.event] as Readonly<Record<string, (payload: unknown) => Promise<void>>>)[announced.reaction]
  // A reaction that a newer release has taken out may still wait in the queue.
  await react?.(announced.payload)
}
