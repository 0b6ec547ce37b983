import { stepOf } from '#app/offers/funnel.ts'
import type { Step } from '#app/offers/step.ts'
import { db } from '#app/platform/db.server.ts'
import type { ChangesetLine } from '../accept/changeset.ts'
import type { Choice } from '../contract.ts'
import { offeredBy } from '../decide/best.ts'
import { readOfferVersion } from '../decide/versions.server.ts'
import type { SignedPlacement } from '../placements/placement.server.ts'
import type { BlockSources } from './answer.server.ts'
import type { BlockGround } from './ground.server.ts'
import { abroadFor } from './priced.server.ts'
import type { Abroad } from './prices.ts'
import { asSoldNow } from './sold-now.server.ts'
import { listTaken } from './taken.server.ts'

interface Asked {
  stepId: string
  choice?: Choice[] | undefined
}

/** What Shopify says of what she takes, asked before anything is locked: Shopify takes its time. */
export async function askAhead(
  ground: BlockGround,
  placement: SignedPlacement,
  asked: Asked,
  sources: BlockSources,
): Promise<{ abroad: Abroad | null | 'late'; told: BlockSources }> {
  const { step, variantIds } = await namedIn(ground, placement, asked)
  const [abroad, told] = await Promise.all([
    step ? abroadFor(ground, step, variantIds, placement.country ?? null, sources.reads) : null,
    asSoldNow(sources, ground.purchase.shop, variantIds),
  ])
  return { abroad, told }
}

/** All that she may be led to a checkout with: what the step offers, what she chose of it, and what she took of it before. */
async function namedIn(
  { purchase, surface }: BlockGround,
  { offerId, version, best }: SignedPlacement,
  { stepId, choice = [] }: Asked,
): Promise<{ step: Step | null; variantIds: string[] }> {
  const definition = await readOfferVersion(purchase.shop, offerId, version)
  const step = (definition && stepOf(definition.steps, stepId)) ?? null
  const before = (await listTaken(db, purchase, surface)).find((row) => row.offerId === offerId && row.stepId === stepId)
  const offered = step ? offeredBy(step, best) : []
  const chosen = choice.map(({ variantId }) => ({ variantId: String(variantId) }))
  const named = [...offered, ...chosen, ...((before?.lines ?? []) as unknown as ChangesetLine[])]
  return { step, variantIds: [...new Set(named.map(({ variantId }) => variantId))] }
}
