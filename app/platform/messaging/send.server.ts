import type { Message } from '@prisma/client'
import { now } from '../clock.server.ts'
import { db, pool, transact, type Tx } from '../db.server.ts'
import { emit } from '../events.server.ts'
import type { JobTask } from '../jobs.ts'
import { languageOf } from '../../values/languages.ts'
import type { Letter } from '../../values/letter.ts'
import { DAYS, later } from '../../values/time.ts'
import { mailCarrier, messageIdOf, sendMail } from './email.server.ts'
import type { Carried } from './email.server.ts'
import { renderLetter } from './frame.server.ts'
import { messageSettings } from '../../values/manners.ts'
import type { Channel, MessageKinds, ReadAddressee, Weight } from './message.ts'
import { scheduleSending } from './queue.server.ts'
import { sendText, textCarrier } from './sms.server.ts'
import { hashOf, suppress, whySuppressed } from './suppression.server.ts'
import { timingOf } from './timing.ts'
import type { Timing } from './timing.ts'
import { unsubscribeUrl } from './unsubscribe.server.ts'

type Shop = { name: string; timeZone: string; settings: unknown }

/** Decides, sends, and writes down what came of it. Every way a message ends has its reason on its row. */
export const sendMessage =
  (kinds: MessageKinds, readAddressee: ReadAddressee): JobTask<'send-message'> =>
  async ({ shop, key }, attempt) => {
    if (attempt.number === 1) await takeUp(shop, key)
    const message = await db.message.findUnique({ where: { shop_key: { shop, key } } })
    const kind = kinds[message?.kind ?? '']
    if (message?.state !== 'planned' || !kind) return
    const [known, unwanted] = [await db.shop.findUniqueOrThrow({ where: { shop } }), await kind.doubt?.(message)]
    if (unwanted) return settle(message, 'refused', unwanted)
    const timing = await timingFor(message, known, readAddressee)
    if (timing.do === 'refuse') return settle(message, 'refused', timing.because)
    if (timing.do === 'wait') return wait(message, timing)
    const content = (await kind.freshen?.(message)) ?? message.content
    const carried = await carry(message, known, kind.write(content, languageOf(message.language))).catch(async (error: Error) => {
      if (attempt.last) await settle(message, 'failed', error.message.slice(0, 300))
      throw error
    })
    if (carried === 'no-carrier' || carried === 'no-postal-address')
      return void (await change(message, { state: 'held', because: carried, claimedAt: null }))
    if (carried.sent) return settle(message, 'sent', null)
    const because = carried.stopped ? 'unsubscribed' : 'bounced'
    if (carried.refused) await transact((tx) => suppress(tx, shop, message.channel, hashOf(message.channel, message.to), because))
    if (carried.stopped) return settle(message, 'refused', because)
    await settle(message, carried.refused ? 'bounced' : 'failed', carried.reason)
  }

// A message whose tries were used up, and whose job the merchant has given new ones.
const takeUp = (shop: string, key: string) =>
  db.message.updateMany({ where: { shop, key, state: 'failed' }, data: { state: 'planned', because: null } })

async function timingFor(message: Message, shop: Shop, readAddressee: ReadAddressee): Promise<Timing> {
  const channel = message.channel as Channel
  const [addressee, suppressed] = await Promise.all([
    readAddressee(message.shop, message),
    whySuppressed(message.shop, channel, message.to),
  ])
  const { manners } = messageSettings(shop.settings)
  const facts = { weight: message.weight as Weight, channel, addressee, suppressed, manners, shopZone: shop.timeZone, now: now() }
  if (facts.weight === 'expected') return timingOf({ ...facts, unasked: [] })
  return transact(async (tx) => {
    await holdShopper(tx, message)
    const timing = timingOf({ ...facts, unasked: await unaskedOf(tx, message) })
    if (timing.do === 'send')
      await tx.message.update({ where: { shop_key: { shop: message.shop, key: message.key } }, data: { claimedAt: facts.now } })
    return timing
  })
}

/** Two messages to one shopper are decided on one after the other, so that together they keep to how often we write. */
async function holdShopper(tx: Tx, { shop, to, customerId }: Message): Promise<void> {
  // Always in one order: two that hold one lock each would wait for each other.
  for (const name of [to, customerId].filter((one) => one !== null).sort())
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${`message ${shop} ${name}`}, 0))::text`
}

const REMEMBERED = 31 * DAYS

/** When she got something that she did not ask for, by whatever channel, the newest first. */
async function unaskedOf(tx: Tx, { shop, key, to, customerId }: Message): Promise<Date[]> {
  const rows = await tx.message.findMany({
    where: {
      shop,
      OR: [{ to }, ...(customerId ? [{ customerId }] : [])],
      key: { not: key },
      weight: { not: 'expected' },
      claimedAt: { gt: later(now(), -REMEMBERED) },
    },
    orderBy: { claimedAt: 'desc' },
    take: 20,
    select: { claimedAt: true },
  })
  return rows.flatMap(({ claimedAt }) => claimedAt ?? [])
}

/** The intention, with the name that the carrier will know it by, is on its row before the carrier hears of it. */
async function carry(message: Message, shop: Shop, letter: Letter): Promise<Carried | 'no-carrier' | 'no-postal-address'> {
  const { channel, to, language } = message
  const { look } = messageSettings(shop.settings)
  const stop = unsubscribeUrl(message.shop, channel as Channel, to, language)
  if (channel === 'sms') {
    if (!textCarrier() || !letter.short) return 'no-carrier'
    await change(message, { attempts: { increment: 1 } })
    const { carrierId, ...carried } = await sendText({ shop: message.shop, key: message.key, to, body: letter.short })
    if (carrierId) await change(message, { carrierId })
    return carried
  }
  const carrier = mailCarrier()
  if (!carrier) return 'no-carrier'
  // What she did not ask for is advertising, and that says where its sender is (CAN-SPAM, 15 USC 7704(a)(5)).
  if (message.weight !== 'expected' && !look.postalAddress) return 'no-postal-address'
  const messageId = messageIdOf(message.shop, message.key, carrier.domain)
  await change(message, { attempts: { increment: 1 }, carrierId: messageId })
  const rendered = await renderLetter(letter, { language: languageOf(language), shopName: shop.name, look, unsubscribeUrl: stop })
  return sendMail({ ...rendered, messageId, to, shopName: shop.name, look, unsubscribeUrl: stop })
}

const change = ({ shop, key }: Message, data: Parameters<typeof db.message.updateMany>[0]['data']) =>
  db.message.updateMany({ where: { shop, key }, data })

const wait = (message: Message, { until, because }: Extract<Timing, { do: 'wait' }>): Promise<void> =>
  transact(async (tx) => {
    const { shop, key } = message
    await tx.message.updateMany({ where: { shop, key, state: 'planned' }, data: { sendAt: until, because } })
    await scheduleSending(tx, shop, key, until)
  })

/** Whoever asked for the message hears how it ended. */
const settle = (
  { shop, key, kind, sendAt }: Message,
  state: 'sent' | 'refused' | 'bounced' | 'failed',
  because: string | null,
): Promise<void> =>
  transact(async (tx) => {
    const came = state === 'sent' ? { sentAt: now() } : { claimedAt: null }
    // What the carrier has told meanwhile is newer.
    await tx.message.updateMany({ where: { shop, key, state: 'planned', sendAt }, data: { state, because, ...came } })
    await emit(tx, 'message.settled', { shop, key, kind, state, because })
  })

const HELD = `
  select m.shop, m.key from message m join shop s on s.shop = m.shop
  where m.state = 'held' and m.channel = any($1)
    and (m.because <> 'no-postal-address' or coalesce(s.settings->'messages'->'look'->>'postalAddress', '') <> '')
  limit 1000`

/** What waited for a carrier, or for the shop's postal address, goes on its way once it is there. */
export async function releaseMessages(): Promise<void> {
  const channels = [...(mailCarrier() ? ['email'] : []), ...(textCarrier() ? ['sms'] : [])]
  const { rows } = await pool.query<{ shop: string; key: string }>(HELD, [channels])
  for (const { shop, key } of rows) {
    await transact(async (tx) => {
      await tx.message.updateMany({ where: { shop, key, state: 'held' }, data: { state: 'planned', because: null } })
      await scheduleSending(tx, shop, key, now())
    })
  }
}
