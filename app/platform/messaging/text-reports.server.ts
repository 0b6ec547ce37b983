import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Message } from '@prisma/client'
import { now } from '../clock.server.ts'
import { transact, type Tx } from '../db.server.ts'
import { scheduleSending } from './queue.server.ts'
import { textCarrier } from './sms.server.ts'
import { hashOf, suppress } from './suppression.server.ts'
import { againAt, answerIn, outcomeOf } from './text-status.ts'

/** Twilio's: base64 of HMAC-SHA1 over the address that it was given, followed by each parameter's name and value, sorted by name. */
export function isFromCarrier(address: string, form: URLSearchParams, signature: string | undefined): boolean {
  const carrier = textCarrier()
  if (!carrier) return false
  const told = [...form].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).flat()
  const expected = createHmac('sha1', carrier.token)
    .update(address + told.join(''))
    .digest()
  const given = Buffer.from(signature ?? '', 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** What became of a text message. Told in any order and more than once; the last word about a message stays. */
export async function takeTextReport(shop: string, key: string, form: URLSearchParams): Promise<void> {
  const outcome = outcomeOf(form.get('MessageStatus') ?? '', Number(form.get('ErrorCode') ?? 0))
  if (!outcome) return
  await transact(async (tx) => {
    const message = await tx.message.findUnique({ where: { shop_key: { shop, key } } })
    if (!message || !['planned', 'sent'].includes(message.state) || isOld(message, form.get('MessageSid'))) return
    const where = { shop_key: { shop, key } }
    if (outcome.arrived) return void (await tx.message.update({ where, data: { arrivedAt: now() } }))
    const { meaning, because } = outcome
    const again = againAt(meaning, message.attempts, now())
    if (again) return tryAgain(tx, message, again, because)
    const forGood = meaning === 'dead' || meaning === 'stopped'
    await tx.message.update({ where, data: { state: forGood ? 'bounced' : 'failed', because } })
    const why = meaning === 'stopped' ? 'unsubscribed' : 'bounced'
    if (forGood && message.to) await suppress(tx, shop, 'sms', hashOf('sms', message.to), why)
  })
}

/** Whether it is still wanted, whether she may be written to, and whether she sleeps, is all asked again then. */
async function tryAgain(tx: Tx, { shop, key }: Message, sendAt: Date, because: string): Promise<void> {
  // Nothing has come, so it does not count as what she got.
  await tx.message.update({ where: { shop_key: { shop, key } }, data: { state: 'planned', because, sendAt, claimedAt: null } })
  await scheduleSending(tx, shop, key, sendAt)
}

/** The carrier repeats itself: a word about an earlier try, or one that has been heard, changes nothing. */
const isOld = ({ state, carrierId, sendAt }: Message, sid: string | null): boolean =>
  state === 'planned' ? sendAt > now() : carrierId !== null && sid !== null && carrierId !== sid

/** What somebody answered to our number. It is one number for all shops, so a STOP is meant for each that has texted her, and a START as well. */
export async function takeTextAnswer(form: URLSearchParams): Promise<void> {
  const from = form.get('From') ?? ''
  const answer = answerIn(form.get('Body') ?? '', form.get('OptOutType'))
  if (!answer || from === '') return
  await transact(async (tx) => {
    const texted = await tx.message.findMany({ where: { channel: 'sms', to: from }, distinct: ['shop'], select: { shop: true } })
    const address = hashOf('sms', from)
    for (const { shop } of texted) {
      if (answer === 'stop') await suppress(tx, shop, 'sms', address, 'unsubscribed')
      else await tx.suppression.deleteMany({ where: { shop, channel: 'sms', address, because: 'unsubscribed' } })
    }
  })
}
