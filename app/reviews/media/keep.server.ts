import type { Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import { removeMedia } from './remove.server.ts'
import type { TakenMedia } from './taken.server.ts'

/** Writes down what came with a review before anything is sent to Shopify, and takes out what she no longer wants. True: something is other than it was. */
export async function keepMedia(
  tx: Tx,
  shop: string,
  reviewId: string,
  { draft, media }: { draft: { remove: readonly string[] }; media: readonly TakenMedia[] },
): Promise<boolean> {
  const removed = draft.remove.length > 0 ? await removeMedia(tx, shop, reviewId, draft.remove) : 0
  const before = await tx.reviewMedia.findMany({ where: { shop, reviewId }, select: { id: true, position: true } })
  const next = Math.max(-1, ...before.map(({ position }) => position)) + 1
  const fresh = media.filter(({ id }) => !before.some((known) => known.id === id))
  await tx.reviewMedia.createMany({
    data: fresh.map(({ id, kind, bytes, width, height }, index) => ({
      shop,
      reviewId,
      id,
      kind,
      position: next + index,
      width,
      height,
      body: Uint8Array.from(bytes),
    })),
  })
  if (fresh.length > 0) await enqueue(tx, 'store-media', { shop, reviewId, looks: 0 })
  return removed > 0 || fresh.length > 0
}
