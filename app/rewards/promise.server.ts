import { now } from '../platform/clock.server.ts'
import { db } from '../platform/db.server.ts'
import { languageOf } from '../values/languages.ts'
import { spentSince } from './counts.server.ts'
import { startsOf } from './expiry.ts'
import { namedIn, type Said } from './limits.ts'
import type { Program, Terms } from './program.ts'
import { promiseOf, type Promised } from './promise.ts'
import { readProgram, readProgramVersion } from './programs.server.ts'
import { reads, timeZoneOf } from './reads.server.ts'

/**
 * What a shopper may be told before she writes. Null: nothing is promised now, because there is no program, it is paused, or this month's
 * budget is spent. `version` names what was promised to her earlier: that is told as it was.
 */
export async function readPromise(shop: string, language: string, version?: number): Promise<Promised | null> {
  const program = version === undefined ? await offered(shop) : await readProgramVersion(shop, version)
  return program && promiseOf(program, languageOf(language), await readSaid(shop, program))
}

/** What her limits are told with: the shop's money, and the names of the few things that a code is good for. */
export async function readSaid(shop: string, { terms }: Program): Promise<Said> {
  const [known, titles] = await Promise.all([reads().readShop(shop), readTitles(shop, terms)])
  return { currency: known?.currency ?? 'USD', titles }
}

async function readTitles(shop: string, terms: Terms): Promise<Said['titles']> {
  const ids = namedIn(terms)
  if (ids.length === 0) return {}
  const { products, collections } = await reads().readNames(shop, { products: [], variants: [], collections: [], [terms.buys.kind]: ids })
  return Object.fromEntries(Object.entries({ ...products, ...collections }).map(([id, { title }]) => [id, title]))
}

async function offered(shop: string): Promise<Program | null> {
  const program = await readProgram(shop)
  if (!program?.active) return null
  return (await isBudgetSpent(shop, program)) ? null : program
}

/** Whether this month's budget has no room for one more typical reward. */
export async function isBudgetSpent(shop: string, { terms }: Program): Promise<boolean> {
  const { budget } = terms
  if (budget === null) return false
  const { month } = startsOf(now(), await timeZoneOf(shop))
  const refused = await db.reward.findMany({
    where: { shop, because: 'budget', earnedAt: { gte: month } },
    distinct: ['programVersion'],
    select: { programVersion: true },
  })
  const stopped = await Promise.all(refused.map(({ programVersion }) => readProgramVersion(shop, programVersion)))
  // What a smaller budget had no room for says nothing about one that was raised since.
  if (stopped.some((program) => (program?.terms.budget ?? 0) >= budget)) return true
  return (await spentSince(db, shop, month, now())) >= budget
}
