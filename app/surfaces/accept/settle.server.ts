import { now } from '#app/platform/clock.server.ts'
import { db, transact, type Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import { log } from '#app/platform/log.server.ts'
import { DAYS, later, SECONDS } from '#app/values/time.ts'
import { lastMomentOf, overBefore, settlementOf, type Share, type Told } from './share.ts'
import { giveBack, lockShare, spendShare } from './use.server.ts'

/** What settling asks of the orders; `wiring.server.ts` hands it in. */
export interface OrderReads {
  /** Which of the changesets are lines of an order, as far as we were told. It counts as none once it was cancelled before it left. */
  readClaimed(shop: string, changesetIds: readonly string[], tx?: Tx): Promise<ReadonlySet<string>>
  /** Reads a purchase's order from Shopify at this moment; null: which order that is, nobody has told us yet. */
  fetchOrderOf(shop: string, referenceId: string): Promise<string | null>
  /** Counts anew what of an order was ours. */
  attributeOrder(shop: string, orderId: string): Promise<void>
  /** Whether all orders of the shop that are younger than this have been looked through after it. */
  areOrdersCheckedSince(shop: string, moment: Date): Promise<boolean>
}

interface Open extends Share {
  shop: string
  id: string
  referenceId: string
}

const LOOK_BACK = 3 * DAYS
const MOST_AT_ONCE = 1_000
const TURN = 5 * SECONDS

/** Settles what each acceptance took of its offer's limits, by what the orders show and by nothing else. */
export const settleShares = (reads: OrderReads) => async (): Promise<void> => {
  const [at, until] = [now(), performance.now() + TURN]
  let settled = 0
  for (const [shop, shares] of Map.groupBy(await readOpen(at), (share) => share.shop)) {
    if (performance.now() > until) break
    settled += await settleShop(shop, shares, reads, { at, until })
  }
  // A long list is taken in turns, so that a worker can stop; what cannot be settled yet waits for the clock's next round.
  if (performance.now() > until && settled > 0) await enqueue(db, 'settle-shares', {}, { queue: 'settle-shares' })
}

async function settleShop(shop: string, shares: readonly Open[], reads: OrderReads, turn: { at: Date; until: number }): Promise<number> {
  const ids = shares.map(({ id }) => id)
  const claimed = await reads.readClaimed(shop, ids)
  let [settled, reachable] = [0, true]
  const askOnce = async (share: Open): Promise<Told> => {
    if (!reachable) return 'not-asked'
    return ask(share, reads).catch((error: unknown) => {
      // The others of the shop are not tried in vain; the next round asks again.
      reachable = false
      log.warn({ err: error, shop, changeset: share.id }, 'what became of an acceptance could not be asked')
      return 'not-asked'
    })
  }
  for (const share of shares) {
    if (performance.now() > turn.until) break
    if (await settle(share, claimed.has(share.id) ? 'in-an-order' : await askOnce(share), reads, turn.at)) settled += 1
  }
  return settled
}

/** What is held though it is over, and after it what was given back lately: a late word may still prove that wrong. */
async function readOpen(at: Date): Promise<Open[]> {
  const over = { lt: overBefore(at) }
  return db.changeset.findMany({
    where: {
      OR: [
        { share: 'held', expiresAt: null, signedAt: over },
        { share: 'held', expiresAt: over },
        { share: 'returned', signedAt: { gt: later(at, -LOOK_BACK) } },
      ],
    },
    select: { shop: true, id: true, referenceId: true, share: true, signedAt: true, expiresAt: true },
    orderBy: [{ share: 'asc' }, { signedAt: 'asc' }],
    take: MOST_AT_ONCE,
  })
}

async function settle(share: Open, told: Told, reads: OrderReads, at: Date): Promise<boolean> {
  const { shop, id } = share
  const settlement = settlementOf(share, told, at)
  if (settlement === 'use-up') return transact((tx) => spendClaimed(tx, shop, id, reads))
  if (settlement === 'give-back') await transact((tx) => giveBack(tx, shop, id, 'held'))
  return settlement !== 'wait'
}

/** The order may have been cancelled since it was asked: what it frees then must find what is used up here. */
async function spendClaimed(tx: Tx, shop: string, id: string, { readClaimed }: Pick<OrderReads, 'readClaimed'>): Promise<boolean> {
  await lockShare(tx, shop, id)
  if (!(await readClaimed(shop, [id], tx)).has(id)) return false
  await spendShare(tx, shop, id)
  return true
}

interface CountReads extends Pick<OrderReads, 'attributeOrder' | 'readClaimed'> {
  /** Which changesets an order has lines of, whatever became of it. */
  readChangesetsOf(shop: string, orderId: string): Promise<string[]>
}

/** Reaction: an order is counted anew. What it had used up of the limits is free again if it was cancelled before anything of it left. */
export const countOrder =
  ({ attributeOrder, readChangesetsOf, readClaimed }: CountReads) =>
  async ({ shop, orderId }: { shop: string; orderId: string }): Promise<void> => {
    await attributeOrder(shop, orderId)
    const ids = await readChangesetsOf(shop, orderId)
    const claimed = ids.length > 0 ? await readClaimed(shop, ids) : new Set<string>()
    for (const id of ids.filter((one) => !claimed.has(one))) await transact((tx) => giveBack(tx, shop, id, 'used'))
  }

/** Only what is held is asked for: of what was given back, a late word is enough. */
async function ask(share: Open, reads: OrderReads): Promise<Told> {
  if (share.share !== 'held') return 'not-asked'
  return share.expiresAt ? askAll(share, reads) : askOne(share, reads)
}

/** A signature is for one order, which is read there and then. */
async function askOne({ shop, id, referenceId }: Open, reads: OrderReads): Promise<Told> {
  const orderId = await reads.fetchOrderOf(shop, referenceId)
  if (!orderId) return 'not-asked'
  await reads.attributeOrder(shop, orderId)
  return (await reads.readClaimed(shop, [id])).has(id) ? 'in-an-order' : 'silent'
}

/** A link may have become any order. */
const askAll = async (share: Open, reads: OrderReads): Promise<Told> =>
  (await reads.areOrdersCheckedSince(share.shop, lastMomentOf(share))) ? 'silent' : 'not-asked'
