import { isDeepStrictEqual } from 'node:util'
import type { RewardProgram } from '@prisma/client'
import type { ReviewFacts } from '../reviews/review-facts.ts'
import { now } from '../platform/clock.server.ts'
import { db, transact, type Tx } from '../platform/db.server.ts'
import { markOf, mayReplace } from '../platform/saved.server.ts'
import type { Opened } from '../values/opened.ts'
import { ok, type Outcome } from '../values/outcome.ts'
import { Terms, type Program } from './program.ts'

const programOf = ({ version, active, terms, createdAt }: RewardProgram): Program => ({
  version,
  active,
  terms: Terms.parse(terms),
  createdAt,
})

/** The newest version; null before the merchant has made a program. */
export async function readProgram(shop: string, tx: Tx = db): Promise<Program | null> {
  const newest = await tx.rewardProgram.findFirst({ where: { shop }, orderBy: { version: 'desc' } })
  return newest && programOf(newest)
}

export async function readProgramVersion(shop: string, version: number, tx: Tx = db): Promise<Program | null> {
  const known = await tx.rewardProgram.findUnique({ where: { shop_version: { shop, version } } })
  return known && programOf(known)
}

/** The terms that hold for a review: those promised to her or, without a promise, those of the moment at which she wrote, however late we hear of it. */
export async function programFor(tx: Tx, { shop, promised, submittedAt }: ReviewFacts): Promise<Program | null> {
  if (promised !== null) return readProgramVersion(shop, promised, tx)
  const inForce = await tx.rewardProgram.findFirst({ where: { shop, createdAt: { lte: submittedAt } }, orderBy: { version: 'desc' } })
  return inForce && programOf(inForce)
}

/** A new version; the earlier ones stay as they are, because somebody may have been promised them. */
export async function saveProgram(
  shop: string,
  { active, terms }: { active: boolean; terms: Terms },
  opened?: Opened,
): Promise<Outcome<Program, 'changed-meanwhile'>> {
  return transact(async (tx) => {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`reward-program:${shop}`}, 0))::text`
    const last = await readProgram(shop, tx)
    const stored = contentOf(last)
    const checked = mayReplace(opened, stored, { active, terms })
    if (!checked.ok) return checked
    if (last && isDeepStrictEqual(stored, { active, terms })) return ok(last)
    const made = { shop, version: (last?.version ?? 0) + 1, active, terms, createdAt: now() }
    return ok(programOf(await tx.rewardProgram.create({ data: made })))
  })
}

/** Marks the program that its page was opened with. */
export const markOfProgram = (program: Program | null): string => markOf(contentOf(program))

const contentOf = (program: Program | null) => program && { active: program.active, terms: program.terms }
