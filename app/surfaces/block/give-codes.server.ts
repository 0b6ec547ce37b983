import { setTimeout as pause } from 'node:timers/promises'
import { now } from '#app/platform/clock.server.ts'
import type { CodeOwner } from '#app/platform/codes/owner.ts'
import { planDiscountOf } from '#app/platform/codes/plan.server.ts'
import { db, transact, type Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import { later, MINUTES } from '#app/values/time.ts'
import type { WantedCode } from './code-terms.ts'

const PREFIX = 'EXTRA'

/** Writes down that somebody will need codes of these discounts, and has a few made. */
export async function prepareOfferCodes(tx: Tx, shop: string, wanted: readonly WantedCode[], expiresAt: Date): Promise<void> {
  for (const { key, kind, terms } of wanted) {
    await planDiscountOf(tx, { shop, key, owner: 'offer', kind, terms, prefix: PREFIX, expiresAt })
    await enqueue(tx, 'mint-codes', { shop, discountKey: key }, { keepTurn: true })
  }
}

const PATIENCE_MS = 8_000
const LOOK_MS = 150

/**
 * The codes of one accepted step, the same ones however often it asks. They are made ahead when a block shows the step; where the last one
 * has just gone, this waits for those being made. Null: Shopify takes longer than she should wait.
 */
export async function takeOfferCodes(shop: string, id: string, discountKeys: readonly string[]): Promise<string[] | null> {
  const until = performance.now() + PATIENCE_MS
  const codes: string[] = []
  for (const key of discountKeys) {
    for (;;) {
      const code = await transact((tx) => takeOne(tx, shop, key, `${id}/${codes.length}`))
      if (code) codes.push(code)
      if (code) break
      if (performance.now() > until) return null
      await pause(LOOK_MS)
    }
  }
  return codes
}

async function takeOne(tx: Tx, shop: string, discountKey: string, givenTo: string): Promise<string | null> {
  // Two clicks at one moment must not draw two codes for one step.
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`code:${shop}:${givenTo}`}, 0))::text`
  const given = await tx.discountCode.findUnique({ where: { shop_givenTo: { shop, givenTo } } })
  if (given) return given.code
  const [ready] = await tx.$queryRaw<{ code: string }[]>`
    select code from discount_code where shop = ${shop} and discount_key = ${discountKey} and state = 'ready' order by code limit 1 for update skip locked`
  if (ready) await tx.discountCode.update({ where: { shop_code: { shop, code: ready.code } }, data: { state: 'given', givenTo } })
  await enqueue(tx, 'mint-codes', { shop, discountKey }, { keepTurn: true })
  return ready?.code ?? null
}

/** Those who wait look for themselves: what is made ahead is what matters. */
export const offerCodes: CodeOwner = {
  async demand(shop, discountKey) {
    const since = later(now(), -15 * MINUTES)
    const lately = await db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from discount_code c join changeset x on x.shop = c.shop and c.given_to like x.id || '/%'
      where c.shop = ${shop} and c.discount_key = ${discountKey} and c.state = 'given' and x.signed_at > ${since}`
    return { waiting: 0, lately: lately[0]?.count ?? 0 }
  },
  give: async () => 0,
}
