import { randomUUID } from 'node:crypto'
import { db, transact, type Tx } from '#app/platform/db.server.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import type { StoredOffer } from '../list/listing.ts'
import type { OfferStatus } from '../offer.ts'
import { offerIn, writeOffer, writeVersion } from '../offers.server.ts'
import { armsOf, type Arm } from './arm.ts'
import { aligned, challengerTitle, differsIn, isSame, stageOf, type Experiment, type Refused } from './experiment.ts'

/** A test with both its offers as they are now. */
export interface Sides {
  experiment: Experiment
  original: StoredOffer
  challenger: StoredOffer
}

const involves = (offerId: string) => ({ OR: [{ originalId: offerId }, { challengerId: offerId }] })

/** Every test that the offer is or was in, the newest first. */
export async function readExperiments(shop: string, offerId: string): Promise<Sides[]> {
  const found = await db.experiment.findMany({ where: { shop, ...involves(offerId) }, orderBy: [{ createdAt: 'desc' }, { id: 'asc' }] })
  return Promise.all(found.map((experiment) => sidesOf(db, shop, experiment)))
}

/** What was saved of either side while the test ran, oldest first: its versions in the test but the one that it began with. */
export async function listEdits(
  shop: string,
  { id, originalId, challengerId }: Experiment,
): Promise<{ offerId: string; version: number; savedAt: Date }[]> {
  const inTest = await db.offerVersion.findMany({
    where: { shop, offerId: { in: [originalId, challengerId] }, definition: { path: ['arm', 'experiment'], equals: id } },
    select: { offerId: true, version: true, createdAt: true },
    orderBy: { version: 'asc' },
  })
  return [originalId, challengerId].flatMap((offerId) =>
    inTest
      .filter((version) => version.offerId === offerId)
      .slice(1)
      .map(({ version, createdAt }) => ({ offerId, version, savedAt: createdAt })),
  )
}

export const isInExperiment = async (shop: string, id: string, offerId: string): Promise<boolean> =>
  (await db.experiment.count({ where: { shop, id, ...involves(offerId) } })) > 0

/** Which side of which test the offer is at the moment, prepared or running. */
export async function readInTest(shop: string, offerId: string): Promise<{ letter: 'A' | 'B'; other: string; running: boolean } | null> {
  const open = await db.experiment.findFirst({ where: { shop, endedAt: null, ...involves(offerId) } })
  if (!open) return null
  const [letter, otherId] = open.originalId === offerId ? (['A', open.challengerId] as const) : (['B', open.originalId] as const)
  const other = await db.offer.findUnique({ where: { shop_id: { shop, id: otherId } }, select: { title: true } })
  return { letter, other: other?.title ?? '', running: stageOf(open) === 'running' }
}

/** Makes a copy to be changed and shown to a part of the shoppers. What is sent twice under one key is made once. */
export const prepareExperiment = (
  shop: string,
  offerId: string,
  key: string,
): Promise<Outcome<Experiment, 'gone' | 'archived' | 'in-test'>> =>
  transact(async (tx) => {
    // Two at once would each see an offer that is in no test yet.
    await tx.$queryRaw`select 1 from offer where shop = ${shop} and id = ${offerId} for update`
    const made = await tx.experiment.findUnique({ where: { shop_id: { shop, id: key } } })
    if (made) return ok(made)
    const original = await offerIn(tx, shop, offerId)
    if (!original) return refuse('gone')
    if (original.archived) return refuse('archived')
    if (await tx.experiment.findFirst({ where: { shop, endedAt: null, ...involves(offerId) } })) return refuse('in-test')
    const { definition } = original
    const challenger = {
      id: randomUUID(),
      definition: { ...definition, title: challengerTitle(definition.title) },
      status: 'draft' as const,
    }
    await writeOffer(tx, shop, challenger)
    return ok(await tx.experiment.create({ data: { shop, id: key, originalId: offerId, challengerId: challenger.id } }))
  })

/** From now on `share` percent of the shoppers see the challenger, the others the original: both active, and for the same purchases. */
export const startExperiment = (shop: string, id: string, share: number, now: Date): Promise<Outcome<Experiment, Refused>> =>
  changing(shop, id, async (tx, found) => {
    const { experiment, original, challenger } = found
    if (stageOf(experiment) === 'running') return ok(experiment)
    if (stageOf(experiment) === 'ended') return refuse('over')
    if (original.archived || challenger.archived) return refuse('archived')
    if (isSame(original.definition, challenger.definition)) return refuse('same')
    const arms = armsOf(id, share)
    await put(tx, shop, original, { arm: arms.original, status: 'active' })
    await put(tx, shop, alignedChallenger(found), { arm: arms.challenger, status: 'active' })
    return ok(await tx.experiment.update({ where: { shop_id: { shop, id } }, data: { share, startedAt: now } }))
  })

/** The challenger's conditions and all else that decides who meets it become the original's again. */
export const alignExperiment = (shop: string, id: string): Promise<Outcome<Experiment, Refused>> =>
  changing(shop, id, async (tx, found) => {
    if (stageOf(found.experiment) === 'ended') return refuse('over')
    // Asked for twice: a version that changes nothing would read as a change while the test runs.
    if (differsIn(found.original.definition, found.challenger.definition).length > 0) await put(tx, shop, alignedChallenger(found), {})
    return ok(found.experiment)
  })

/** Everybody sees the one that is kept, at the place that both had: the original's. The other is paused. */
export const endExperiment = (shop: string, id: string, keep: string, now: Date): Promise<Outcome<Experiment, Refused>> =>
  changing(shop, id, async (tx, found) => {
    const { experiment, original, challenger } = found
    if (experiment.endedAt && experiment.keptId === keep) return ok(experiment)
    if (stageOf(experiment) !== 'running') return refuse('over')
    const [kept, other] = keep === challenger.id ? [challenger, original] : [original, challenger]
    if (kept.id !== keep) return refuse('gone')
    if (kept.archived) return refuse('archived')
    await put(
      tx,
      shop,
      { ...kept, definition: { ...kept.definition, priority: original.definition.priority } },
      { arm: null, status: 'active' },
    )
    await put(tx, shop, other, { arm: null, status: 'paused' })
    return ok(await tx.experiment.update({ where: { shop_id: { shop, id } }, data: { endedAt: now, keptId: keep } }))
  })

/** Forgets a test that has not begun; its copy stays a draft. */
export const discardExperiment = (shop: string, id: string): Promise<Outcome<null, Refused>> =>
  changing(shop, id, async (tx, { experiment }) => {
    if (stageOf(experiment) !== 'prepared') return refuse('over')
    await tx.experiment.delete({ where: { shop_id: { shop, id } } })
    return ok(null)
  })

/** Both offers are held, in one order and before the shop, as whoever saves an offer holds them. */
const changing = <Result>(
  shop: string,
  id: string,
  change: (tx: Tx, found: Sides) => Promise<Outcome<Result, Refused>>,
): Promise<Outcome<Result, Refused>> =>
  transact(async (tx) => {
    await tx.$queryRaw`
      select 1 from offer o join experiment e on e.shop = o.shop and o.id in (e.original_id, e.challenger_id)
      where e.shop = ${shop} and e.id = ${id} order by o.id for update of o`
    const experiment = await tx.experiment.findUnique({ where: { shop_id: { shop, id } } })
    return experiment ? change(tx, await sidesOf(tx, shop, experiment)) : refuse('gone')
  })

async function sidesOf(tx: Tx | typeof db, shop: string, experiment: Experiment): Promise<Sides> {
  const [original, challenger] = [await offerIn(tx, shop, experiment.originalId), await offerIn(tx, shop, experiment.challengerId)]
  if (!original || !challenger) throw new Error(`A test of ${shop} names an offer that is not there`) // offers are never deleted
  return { experiment, original, challenger }
}

const alignedChallenger = ({ original, challenger }: Sides): StoredOffer => ({
  ...challenger,
  definition: aligned(original.definition, challenger.definition),
})

async function put(
  tx: Tx,
  shop: string,
  { id, definition, version }: StoredOffer,
  saving: { arm?: Arm | null; status?: OfferStatus },
): Promise<void> {
  const written = await writeVersion(tx, shop, { id, definition, version }, saving)
  if (!written.ok) throw new Error(`An offer of ${shop} was changed while its row was held: ${written.because}`)
}
