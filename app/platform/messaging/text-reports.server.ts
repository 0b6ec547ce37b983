import { createHmac, timingSafeEqual } from 'node:crypto'
import { now } from '../clock.server.ts'
import { transact } from '../db.server.ts'
import { textCarrier } from './sms.server.ts'
import { hashOf, suppress } from './suppression.server.ts'
import { answerIn, outcomeOf } from './text-status.ts'

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
    if (!message || !['planned', 'sent'].includes(message.state)) return
    const where = { shop_key: { shop, key } }
    if (outcome.arrived) return void (await tx.message.update({ where, data: { arrivedAt: now() } }))
    const { meaning, because } = outcome
    await tx.message.update({ where, data: { state: meaning === 'for-now' ? 'failed' : 'bounced', because } })
    const why = meaning === 'stopped' ? 'unsubscribed' : 'bounced'
    if (meaning !== 'for-now' && message.to) await suppress(tx, shop, 'sms', hashOf('sms', message.to), why)
  })
}

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
