import { pool, transact, type Tx } from '#app/platform/db.server.ts'
import type { OfferSummary } from './listing.ts'
import type { OfferStatus } from '../offer.ts'
import { announce, archiveOffers, duplicateOffer, restoreOffers, setOfferStatus } from '../offers.server.ts'
import { movedOffer, type Ranked, type Side } from './priorities.ts'
import type { Changed, ListRequest, OfOffers, PutBack } from '../requests.ts'
import { SURFACES } from '../surface.ts'

const LIST = `
  select o.id, o.title, o.status, o.priority, o.archived_at is not null as archived,
    v.definition #>> '{schedule,startsAt}' as "startsAt", v.definition #>> '{schedule,endsAt}' as "endsAt",
    jsonb_build_object('total', v.definition #> '{caps,total}', 'budget', v.definition #> '{caps,budget}') as caps,
    coalesce(v.definition -> 'shownOn', $2::jsonb) as "shownOn",
    (v.definition #>> '{arm,to}')::int - (v.definition #>> '{arm,from}')::int as tested
  from offer o join offer_version v on v.shop = o.shop and v.offer_id = o.id and v.version = o.version
  left join experiment e on e.shop = o.shop and e.challenger_id = o.id and e.started_at is not null and e.ended_at is null
  left join offer a on a.shop = e.shop and a.id = e.original_id and a.status = 'active' and a.archived_at is null
  where o.shop = $1 order by coalesce(a.priority, o.priority) desc, coalesce(a.id, o.id), a.id is not null`

/** Every offer of the shop, archived ones included, in the order in which they are tried. */
export async function listOffers(shop: string): Promise<OfferSummary[]> {
  const { rows } = await pool.query<OfferSummary>(LIST, [shop, JSON.stringify(SURFACES)])
  return rows
}

/** Carries out what the list asks. */
export async function changeOffers(shop: string, request: ListRequest, now: Date): Promise<Changed> {
  if (request.action === 'put-back') return { action: 'put-back', changed: await putBack(shop, request.offers), undo: null }
  if (request.action === 'move') return moveOffer(shop, request.ids[0], request.target, request.side)
  return { action: request.action, ...(await changeMany(shop, request, now)) }
}

async function changeMany(shop: string, { action, ids, key }: OfOffers, now: Date): Promise<Omit<Changed, 'action'>> {
  switch (action) {
    case 'activate':
      return changeStatus(shop, ids, 'active')
    case 'pause':
      return changeStatus(shop, ids, 'paused')
    case 'archive':
      return { changed: await archiveOffers(shop, ids, now), undo: { action: 'restore', ids } }
    case 'restore':
      return { changed: await restoreOffers(shop, ids), undo: { action: 'archive', ids } }
    case 'duplicate': {
      const made = await Promise.all(ids.map((id) => duplicateOffer(shop, id, key)))
      const copies = made.flatMap((copy) => (copy.ok ? [copy.value.id] : []))
      return { changed: copies.length, undo: copies.length > 0 ? { action: 'archive', ids: copies } : null, copies }
    }
  }
}

async function changeStatus(shop: string, ids: string[], status: OfferStatus): Promise<Omit<Changed, 'action'>> {
  const before = (await listOffers(shop)).filter(({ id }) => ids.includes(id)).map(({ id, status: was }) => ({ id, status: was }))
  const changed = await setOfferStatus(shop, ids, status)
  return { changed, undo: before.length > 0 ? { action: 'put-back', offers: before } : null }
}

/** All priorities that the move needs change together, or none does. */
const moveOffer = (shop: string, id: string, target: string, side: Side): Promise<Changed> =>
  transact(async (tx) => {
    // Two moves at once would each number what the other has not moved yet.
    await tx.$queryRaw`select 1 from shop where shop = ${shop} for update`
    const offers = await tx.offer.findMany({
      where: { shop, archivedAt: null },
      select: { id: true, priority: true },
      orderBy: [{ priority: 'desc' }, { id: 'asc' }],
    })
    const inPlaceOf = await originals(tx, shop)
    const lead = (offerId: string) => inPlaceOf.get(offerId) ?? offerId
    const leading = offers.filter((offer) => !inPlaceOf.has(offer.id))
    const changes = movedOffer(leading, lead(id), lead(target), side)
    if (changes.length === 0) return { action: 'move', changed: 0, undo: null }
    await tx.$executeRaw`update offer set priority = q.priority, updated_at = now()
      from unnest(${changes.map((one) => one.id)}::text[], ${changes.map(({ priority }) => priority)}::int[]) as q(id, priority)
      where shop = ${shop} and offer.id = q.id`
    await announce(tx, shop)
    return { action: 'move', changed: 1, undo: { action: 'put-back', offers: before(offers, changes) } }
  })

/** By the other side of a running A/B test its original, at whose place both stand. */
async function originals(tx: Tx, shop: string): Promise<ReadonlyMap<string, string>> {
  const running = await tx.$queryRaw<{ challengerId: string; originalId: string }[]>`
    select e.challenger_id as "challengerId", e.original_id as "originalId" from experiment e
    join offer o on o.shop = e.shop and o.id = e.original_id and o.status = 'active' and o.archived_at is null
    where e.shop = ${shop} and e.started_at is not null and e.ended_at is null`
  return new Map(running.map(({ challengerId, originalId }) => [challengerId, originalId]))
}

const before = (offers: readonly Ranked[], changes: readonly Ranked[]): Ranked[] =>
  offers.filter(({ id }) => changes.some((change) => change.id === id))

const putBack = (shop: string, offers: PutBack['offers']): Promise<number> =>
  transact(async (tx) => {
    let changed = 0
    for (const { id, status, priority } of offers) {
      const was = { ...(status ? { status } : {}), ...(priority === undefined ? {} : { priority }) }
      changed += (await tx.offer.updateMany({ where: { shop, id }, data: was })).count
    }
    if (changed > 0) await announce(tx, shop)
    return changed
  })
