import type { ReviewRequest } from '@prisma/client'
import { now } from '#app/platform/clock.server.ts'
import { db, transact } from '#app/platform/db.server.ts'
import type { Events } from '#app/platform/events.ts'
import type { JobTask } from '#app/platform/jobs.ts'
import type { Known, MessageKind } from '#app/platform/messaging/message.ts'
import { textCarrier } from '#app/platform/messaging/sms.server.ts'
import { queueMessage } from '#app/platform/messaging/queue.server.ts'
import { messageSettings } from '#app/values/manners.ts'
import { languageOf } from '#app/values/languages.ts'
import { withHistory } from './history.server.ts'
import { RequestContent, requestLetter } from './letter.ts'
import { keptOf, planRequest, reminderAt, type Plan } from './plan.ts'
import { reads, type Contact } from './reads.server.ts'
import { noteLeftOut, scheduleRequest, waitForAddress, writePlan } from './requests.server.ts'
import { askingSettings, type AskingSettings } from './settings.ts'
import { wantsNumber, wayTo, type Way } from './way.ts'

const where = (shop: string, id: string) => ({ shop_id: { shop, id } })

/** Its time has come: everything is looked at again, then the message and what it promises are written down together. */
export const sendRequest: JobTask<'send-request'> = async ({ shop, id }) => {
  const request = await db.reviewRequest.findUnique({ where: where(shop, id) })
  if (!request || request.state === 'skipped' || request.answeredAt) return
  const [known, contact] = await Promise.all([reads().readShop(shop), reads().readContact(shop, request.orderId)])
  const [order] = await reads().readOrders(shop, [request.orderId])
  if (!known || !order) return
  const settings = askingSettings(known.settings)
  const [facts] = await withHistory(shop, [order])
  const told = { ...contact, consent: order.consent, email: order.email ?? contact.email, firstName: order.firstName ?? contact.firstName }
  // What was planned and not undone stays planned, whatever the switch says now; only the switch itself stops it.
  const plan: Plan = facts
    ? planRequest({ ...facts, email: told.email, lastAsked: request.sentAt ? null : facts.lastAsked }, settings, request.byHand)
    : { do: 'wait', because: 'not-fulfilled' }
  if (request.sentAt && facts) await noteLeftOut(shop, facts)
  if (request.sentAt) return plan.do === 'ask' ? queue(request, told, settings, plan.productIds) : undefined
  if (plan.do === 'skip') return void (await skip(shop, id, plan.because))
  if (plan.do !== 'ask') return void (facts && (await transact((tx) => writePlan(tx, shop, facts, plan, known.locale))))
  if (!request.byHand && plan.at > now()) return transact((tx) => writePlan(tx, shop, facts!, plan, known.locale))
  return queue(request, told, settings, plan.productIds)
}

async function queue(request: ReviewRequest, contact: Reached, settings: AskingSettings, productIds: readonly string[]): Promise<void> {
  const { shop, id, orderId, customerId } = request
  const language = languageOf(request.language)
  const way = await wayOf(request, contact, settings)
  if (!way) return void (await skip(shop, id, 'no-address'))
  if (way.channel === 'email' && !(await hasAddress(shop))) return waitForAddress(shop, id)
  const turn = request.sentAt ? request.reminders + 1 : 0
  // What was promised first is promised again, whatever the program says by now (R11).
  const terms = request.sentAt ? request.terms : await termsFor(shop, language)
  const content = await contentFor(request, { settings, productIds, firstName: contact.firstName, turn, terms })
  if (content.products.length === 0) return void (await skip(shop, id, 'no-product'))
  await transact(async (tx) => {
    await tx.reviewRequest.update({
      where: where(shop, id),
      data: {
        ...(terms ? { terms } : {}),
        // What she was asked about once she may review, though a reminder tells of less.
        productIds: [...new Set([...(request.sentAt ? request.productIds : []), ...productIds])],
        because: null,
        channel: way.channel,
        consent: way.channel === 'sms' ? 'subscribed' : contact.consent,
      },
    })
    await queueMessage(tx, {
      shop,
      key: `request:${id}:${turn}`,
      kind: turn === 0 ? 'review-request' : 'review-reminder',
      weight: 'unasked',
      ...way,
      customerId,
      orderId,
      language,
      content,
      sendAt: now(),
    })
  })
}

const hasAddress = async (shop: string): Promise<boolean> =>
  messageSettings((await reads().readShop(shop))?.settings).look.postalAddress !== ''

type Reached = Contact & { consent: string | null }

async function wayOf({ shop, customerId }: ReviewRequest, { email }: Contact, { texts }: AskingSettings): Promise<Way | null> {
  const asks = customerId !== null && textCarrier() !== null && wantsNumber(email, texts)
  return wayTo({ email, number: asks ? await reads().readNumber(shop, customerId) : null }, texts)
}

const skip = (shop: string, id: string, because: string) =>
  db.reviewRequest.updateMany({ where: { shop, id, state: 'planned' }, data: { state: 'skipped', because } })

async function termsFor(shop: string, language: ReturnType<typeof languageOf>): Promise<object | null> {
  const promised = await reads().readPromise(shop, language)
  return promised && { programVersion: promised.version, lines: promised.lines, conditions: promised.conditions }
}

interface Telling {
  settings: AskingSettings
  productIds: readonly string[]
  firstName: string | null
  turn: number
  terms: unknown
}

async function contentFor(
  { shop, id, language }: ReviewRequest,
  { settings, productIds, firstName, turn, terms }: Telling,
): Promise<RequestContent> {
  const [known, goods, link] = await Promise.all([
    reads().readShop(shop),
    reads().readGoods(shop, productIds),
    reads().reviewLink(shop, id),
  ])
  const { lines = [], conditions = [] } = (terms ?? {}) as { lines?: string[]; conditions?: string[] }
  const own = settings.words[languageOf(language)] ?? null
  return {
    shopName: known?.name ?? '',
    firstName,
    products: goods,
    link,
    reminder: turn > 0,
    last: turn >= settings.reminders,
    lines,
    conditions,
    own,
  }
}

/** What the wiring's table of kinds has of ours: the letter, whether she still needs it, and what of it she has sent back since it was written. */
export const requestMessages = {
  write: requestLetter,
  doubt: async (message: Known) => {
    const request = await db.reviewRequest.findUnique({
      where: where(message.shop, requestOf(message.key)?.id ?? ''),
      select: { state: true, because: true, answeredAt: true },
    })
    if (request?.answeredAt) return 'answered'
    if (!request || request.state === 'skipped') return request?.because ?? 'redacted'
    return (await freshen(message)).products.length > 0 ? null : 'being-returned'
  },
  freshen,
} satisfies MessageKind

async function freshen({ shop, orderId, content }: Known): Promise<RequestContent> {
  const written = RequestContent.parse(content)
  const [order] = orderId ? await reads().readOrders(shop, [orderId]) : []
  const ids = written.products.map(({ id }) => id)
  const kept = order ? keptOf(order, ids) : ids
  return { ...written, products: written.products.filter(({ id }) => kept.includes(id)) }
}

function requestOf(key: string): { id: string; turn: number } | null {
  const [, id, turn] = /^request:(.+):(\d+)$/.exec(key) ?? []
  return id ? { id, turn: Number(turn) } : null
}

/** The message has left, or it never will. */
export async function requestSettled({ shop, key, state, because }: Events['message.settled']): Promise<void> {
  const about = requestOf(key)
  if (!about) return
  const { id, turn } = about
  if (state !== 'sent') {
    if (turn === 0) await skip(shop, id, state === 'refused' ? (because ?? 'refused') : state)
    return
  }
  const settings = askingSettings((await reads().readShop(shop))?.settings)
  const at = now()
  const next = reminderAt(settings, turn, at)
  await transact(async (tx) => {
    const sent = turn === 0 ? { state: 'sent', because: null, sentAt: at } : { reminders: turn }
    await tx.reviewRequest.updateMany({ where: { shop, id }, data: { ...sent, ...(next ? { sendAt: next } : {}) } })
    if (next) await scheduleRequest(tx, shop, id, next)
  })
}
