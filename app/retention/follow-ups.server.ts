import { now } from '#app/platform/clock.server.ts'
import { db, transact, type Tx } from '#app/platform/db.server.ts'
import { enqueue } from '#app/platform/jobs.server.ts'
import type { ShopifyId } from '#app/values/ids.ts'
import { languageOf } from '#app/values/languages.ts'
import { planFollowUp, type FollowUpPlan } from './automation.ts'
import { factsFor, readFacts, type OrderFacts } from './facts.server.ts'
import { reads } from './reads.server.ts'
import { AUTOMATIONS, retentionSettings, type AutomationKind } from './settings.ts'

/** Which automation, about which order. */
export interface About {
  shop: string
  automation: AutomationKind
  orderId: ShopifyId
}

export const whereOf = ({ shop, automation, orderId }: About) => ({ shop_automation_orderId: { shop, automation, orderId } })

/** Reaction: an order has changed, or its parcel; what follows it is planned anew, as long as it was not written. */
export async function followOrder(shop: string, orderId: ShopifyId): Promise<void> {
  const known = await reads().readShop(shop)
  if (!known) return
  const settings = retentionSettings(known.settings)
  if (!AUTOMATIONS.some((kind) => settings[kind].active)) return
  const [order] = await readFacts(shop, known.settings, [orderId])
  if (!order) return
  const at = now()
  const plans = AUTOMATIONS.map((kind) => [kind, planFollowUp(kind, factsFor(kind, order), settings[kind], at)] as const)
  await transact(async (tx) => {
    for (const [automation, plan] of plans) await writePlan(tx, { shop, automation, orderId }, order, plan, known.locale)
  })
}

/** Nothing is written of an order that the automation was never about. */
async function writePlan(tx: Tx, about: About, order: OrderFacts, plan: FollowUpPlan, shopLocale: string): Promise<void> {
  const before = await tx.followUp.findUnique({ where: whereOf(about), select: { state: true, because: true, writtenAt: true } })
  // What was written down ends by its message, which asks again before it leaves.
  if (before?.writtenAt || before?.state === 'sent') return
  if (before?.state === 'skipped' && before.because === 'merchant') return
  if (plan.do === 'nothing') return before ? skipFollowUp(tx, about, plan.because) : undefined
  if (plan.do === 'skip' && before) return skipFollowUp(tx, about, plan.because)
  const planned =
    plan.do === 'send'
      ? { state: 'planned', because: null, sendAt: plan.at < now() ? now() : plan.at, channel: plan.channel }
      : { state: 'skipped', because: plan.because, sendAt: now() }
  const told = { ...planned, customerId: order.customerId, language: languageOf(order.locale ?? shopLocale) }
  await tx.followUp.upsert({ where: whereOf(about), create: { ...about, ...told }, update: told })
  if (plan.do === 'send') await scheduleFollowUp(tx, about, planned.sendAt)
}

export const scheduleFollowUp = (tx: Tx, about: About, runAt: Date): Promise<void> =>
  enqueue(tx, 'send-follow-up', about, { key: `follow-up:${about.shop}:${about.automation}:${about.orderId}`, runAt })

/** It will not go out, unless it has. */
export async function skipFollowUp(tx: Tx, about: About, because: string): Promise<void> {
  await drop(tx, about, because)
}

const drop = (tx: Tx, { shop, automation, orderId }: About, because: string): Promise<{ count: number }> =>
  tx.followUp.updateMany({ where: { shop, automation, orderId, state: 'planned' }, data: { state: 'skipped', because } })

/** A merchant's own decision about one. */
export const dropFollowUp = async (about: About): Promise<boolean> => (await drop(db, about, 'merchant')).count > 0

export const keyOf = ({ automation, orderId }: About): string => `follow-up:${automation}:${orderId}`

/** Thought better of: it waits as before, and everything is looked at again when its hour comes. */
export const undropFollowUp = (about: About): Promise<boolean> =>
  transact(async (tx) => {
    const row = await tx.followUp.findUnique({ where: whereOf(about) })
    if (row?.state !== 'skipped' || row.because !== 'merchant') return false
    // What was written and refused meanwhile, for having been stopped, is written anew.
    const refused = { shop: about.shop, key: keyOf(about), state: 'refused', because: 'merchant' }
    const { count } = await tx.message.deleteMany({ where: refused })
    const anew = count > 0 ? { writtenAt: null } : {}
    await tx.followUp.update({ where: whereOf(about), data: { state: 'planned', because: null, ...anew } })
    await scheduleFollowUp(tx, about, row.sendAt < now() ? now() : row.sendAt)
    return true
  })
