import { now } from '#app/platform/clock.server.ts'
import { db, transact, type Tx } from '#app/platform/db.server.ts'
import type { Events } from '#app/platform/events.ts'
import type { JobTask } from '#app/platform/jobs.ts'
import type { Known, MessageKind } from '#app/platform/messaging/message.ts'
import { queueMessage } from '#app/platform/messaging/queue.server.ts'
import { languageOf } from '#app/values/languages.ts'
import { keptProducts, planFollowUp } from './automation.ts'
import { CHOOSE } from './choose.server.ts'
import type { Channel } from './consent.ts'
import { factsFor, readAddress, readFacts, type OrderFacts } from './facts.server.ts'
import { keyOf, scheduleFollowUp, skipFollowUp, whereOf, type About } from './follow-ups.server.ts'
import { offerLink } from './link.server.ts'
import { FollowUpContent, followUpLetter } from './message.ts'
import { readOffered, type Offered } from './offered.ts'
import { reads, type OfferTerms } from './reads.server.ts'
import { AUTOMATIONS, retentionSettings, type AutomationKind, type RetentionSettings } from './settings.ts'
import { lastsUntil } from './timing.ts'

/** Its hour has come: everything is looked at again, something is chosen, and the message is written down with it. */
export const sendFollowUp: JobTask<'send-follow-up'> = async (told) => {
  const about: About = { ...told, automation: told.automation as AutomationKind }
  const row = await db.followUp.findUnique({ where: whereOf(about) })
  if (row?.state !== 'planned' || row.writtenAt) return
  const asked = await askAgain(about)
  if (!asked) return
  const { plan, order, settings } = asked
  if (plan.do !== 'send') return skipFollowUp(db, about, plan.because)
  if (plan.at > now()) return transact((tx) => postpone(tx, about, plan.at))
  const to = await readAddress(about.shop, plan.channel, order)
  if (!to) return skipFollowUp(db, about, 'no-address')
  const until = lastsUntil(now(), settings[about.automation], asked.known.timeZone)
  const offered = await choose(about, asked, { locale: row.language, until, anew: false })
  if (!offered) return skipFollowUp(db, about, 'nothing-to-offer')
  await write(about, asked, offered, { channel: plan.channel, to, language: row.language, until })
}

/** What it offers, by what she keeps of the order at this moment; null: nothing fits. */
async function choose(
  { shop, automation }: About,
  { order, settings }: Pick<Ground, 'order' | 'settings'>,
  told: Omit<OfferTerms, 'together'>,
): Promise<Offered | null> {
  const together = settings.shipTogether && !order.hasLeft
  const chosen = await CHOOSE[automation]({ shop, order, settings, terms: { ...told, together } })
  return chosen && { ...chosen, together, goesWith: keptProducts(order) }
}

async function askAgain(about: About) {
  const known = await reads().readShop(about.shop)
  const [order] = known ? await readFacts(about.shop, known.settings, [about.orderId]) : []
  if (!known || !order) return null
  const settings = retentionSettings(known.settings)
  const plan = planFollowUp(about.automation, factsFor(about.automation, order), settings[about.automation], now())
  return { known, order, settings, plan }
}

/** The merchant has changed how long it waits. */
async function postpone(tx: Tx, about: About, sendAt: Date): Promise<void> {
  await tx.followUp.update({ where: whereOf(about), data: { sendAt } })
  await scheduleFollowUp(tx, about, sendAt)
}

interface Ground {
  known: { name: string; timeZone: string; currency: string }
  order: OrderFacts
  settings: RetentionSettings
}

interface Way {
  channel: Channel
  to: string
  language: string
  until: Date
}

/** What it offers, and the message, in one transaction; of two automations about one order only the first writes. */
const write = (about: About, ground: Ground, offered: Offered, way: Way): Promise<void> =>
  transact(async (tx) => {
    const { shop, automation, orderId } = about
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`follow-up ${shop} ${orderId}`}, 0))::text`
    const rows = await tx.followUp.findMany({ where: { shop, orderId, writtenAt: { not: null }, state: { in: ['planned', 'sent'] } } })
    if (rows.some((row) => row.automation === automation)) return
    if (rows.length > 0) return skipFollowUp(tx, about, 'had-other')
    const at = now()
    await tx.followUp.update({ where: whereOf(about), data: { offered, writtenAt: at, lastsUntil: way.until, channel: way.channel } })
    await queueMessage(tx, {
      shop,
      key: keyOf(about),
      kind: automation,
      weight: 'offer',
      channel: way.channel,
      to: way.to,
      customerId: ground.order.customerId,
      orderId,
      language: languageOf(way.language),
      content: contentOf(about, ground, offered, way),
      sendAt: at,
    })
  })

function contentOf(
  about: About,
  { known, order, settings }: Ground,
  offered: Offered,
  { until, language }: { until: Date; language: string },
): FollowUpContent {
  return {
    automation: about.automation,
    shopName: known.name,
    firstName: order.firstName,
    order: order.name,
    timeZone: known.timeZone,
    offered,
    link: offerLink(about),
    until: until.toISOString(),
    own: settings[about.automation].words[languageOf(language)] ?? null,
  }
}

function aboutOf({ shop, key }: { shop: string; key: string }): About | null {
  const [, kind, orderId] = /^follow-up:([a-z-]+):(\d+)$/.exec(key) ?? []
  const automation = AUTOMATIONS.find((one) => one === kind)
  return automation && orderId ? { shop, automation, orderId } : null
}

/** Asked just before it leaves: she may have bought, sent back, accepted or been told elsewhere meanwhile, or it has become too late. */
async function doubtFollowUp(message: Known): Promise<string | null> {
  const about = aboutOf(message)
  const row = about && (await db.followUp.findUnique({ where: whereOf(about) }))
  if (!about || !row) return 'redacted'
  if (row.state === 'skipped') return row.because ?? 'merchant'
  const asked = await askAgain(about)
  if (!asked) return 'redacted'
  if (asked.plan.do !== 'send') return asked.plan.because
  // What was chosen to go with something must not arrive when that is on its way back.
  const kept = keptProducts(asked.order)
  if (readOffered(row.offered)?.goesWith.every((id) => kept.includes(id)) !== false) return null
  const until = row.lastsUntil ?? lastsUntil(now(), asked.settings[about.automation], asked.known.timeZone)
  const offered = await choose(about, asked, { locale: row.language, until, anew: true })
  if (!offered) return 'about-returned'
  await db.followUp.update({ where: whereOf(about), data: { offered } })
  return null
}

/** What its link sells by now is what it says. */
async function freshenFollowUp(message: Known): Promise<FollowUpContent> {
  const about = aboutOf(message)
  const content = FollowUpContent.parse(message.content)
  const row = about && (await db.followUp.findUnique({ where: whereOf(about), select: { offered: true } }))
  return { ...content, offered: readOffered(row?.offered) ?? content.offered }
}

const followUpMessage: MessageKind = { write: followUpLetter, doubt: doubtFollowUp, freshen: freshenFollowUp }

/** What the wiring's table of kinds has of ours. */
export const followUpMessages: Readonly<Record<AutomationKind, MessageKind>> = {
  'missed-offer': followUpMessage,
  'bounce-back': followUpMessage,
}

/** The message has left, or it never will. */
export async function followUpSettled({ shop, key, state, because }: Events['message.settled']): Promise<void> {
  const about = aboutOf({ shop, key })
  if (!about) return
  const came =
    state === 'sent' ? { state, because: null, sentAt: now() } : { state: 'skipped', because: state === 'refused' ? because : state }
  await db.followUp.updateMany({ where: { ...about }, data: came })
}
