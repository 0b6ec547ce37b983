import type { Tx } from '#app/platform/db.server.ts'
import type { Draft, Typed } from './draft.ts'
import { RATE_WINDOW, suspect, type SpamRule } from './spam.ts'
import type { Visit } from './visit.server.ts'

const COMPARED = 300 // the newest texts of the shop

interface Submission {
  visit: Visit
  typed: Typed
  draft: Draft
  at: Date
  address: string | null
}

/** Gathers what the spam rules ask for. `own` is what she wrote before: it is no copy of itself, and its address is hers. */
export async function readSuspicion(
  tx: Tx,
  { visit, typed, draft, at, address }: Submission,
  own: { id: string; email: string | null } | null,
): Promise<SpamRule | null> {
  const { shop, order } = visit
  const verified = order?.productIds.includes(draft.productId) ?? false
  const email = (own ? (own.email ?? '') : typed.email).toLowerCase()
  const hers = order ? { orderId: order.orderId } : null
  const others = await tx.review.findMany({
    where: { shop, ...(own && { id: { not: own.id } }), ...(hers && { NOT: hers }) },
    orderBy: { submittedAt: 'desc' },
    take: COMPARED,
    select: { title: true, body: true },
  })
  const since = new Date(at.getTime() - RATE_WINDOW)
  const fromAddress = address ? await tx.review.count({ where: { shop, origin: address, submittedAt: { gt: since } } }) : 0
  const again =
    !verified && email !== ''
      ? await tx.review.count({ where: { shop, productId: draft.productId, email, ...(own && { id: { not: own.id } }) } })
      : 0
  return suspect({
    verified,
    trap: typed.trap,
    tookMs: at.getTime() - visit.pass.read.issuedAt.getTime(),
    text: `${draft.title} ${draft.body}`.trim(),
    email,
    others: others.map(({ title, body }) => `${title} ${body}`.trim()),
    fromAddress,
    again: again > 0,
  })
}
