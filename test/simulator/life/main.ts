// Lives through the sixty days before today in the shop Aurora: installs Encore, makes offers, buys and reviews, all by the doors that people use.
// The clock that the simulator began with lies in the past, and is today's at the end; whoever stops it meanwhile finds it going on.
import { setTimeout as pause } from 'node:timers/promises'
import { dice, type Dice } from '../seed/dice.ts'
import { openStore } from '../store.ts'
import { mailsTo, type Mail } from '../mail/box.ts'
import { errandsOf, type Given } from './days.ts'
import { Visitor } from './doors.ts'
import { Merchant, offersFor } from './merchant.ts'
import { opinionOf } from './opinions.ts'
import { answerMail, asksForReview, languageOf } from './reviewer.ts'
import { lookAtOrder, shop, type Bought } from './shopper.ts'

const DAY = 86_400_000
const HANDLE = 'aurora'
const DOMAIN = `${HANDLE}.myshopify.com`
const PATIENCE = 60_000
const REFUNDED = 0.08
const AT_ONCE = 3
const BLOCKS_SINCE = 25 // days before today: what the blocks add is seen beside the days without them
const TO_SEND = 8 // of the latest orders; each is sent the day after
const ANSWERED = 0.3
const MAILS_AT_ONCE = 30
const COMES_BACK = 0.5
const MOST_GIVE_UP = 5

const databaseUrl = process.env['SIMULATOR_DATABASE_URL']
if (!databaseUrl) throw new Error('Living needs SIMULATOR_DATABASE_URL.')
const doors = { port: Number(process.env['SIMULATOR_PORT'] ?? 4000) }
const hand = new Visitor(doors)
const store = await openStore(databaseUrl)
const merchant = new Merchant(doors, HANDLE)

const offsetMs = async (): Promise<number> => JSON.parse((await hand.get('admin', '/__simulator/clock')).text).offsetMs

async function delivered(): Promise<void> {
  for (const since = performance.now(); JSON.parse((await hand.get('admin', '/__simulator/pending')).text).webhooks > 0; await pause(20))
    if (performance.now() - since > PATIENCE) throw new Error('Encore does not take in its webhooks')
}

async function begin(): Promise<void> {
  await merchant.install()
  const { products } = await assortment()
  const { offers, changed } = offersFor(products)
  let last = ''
  for (const definition of offers) last = await merchant.offer(definition)
  await merchant.test(last, changed)
  await merchant.askForReviews()
  await store.setSetting('life', true)
}

const assortment = async () => ({
  products: (await store.list(DOMAIN, 'product', { limit: 500 })).filter(({ status }) => status === 'ACTIVE'),
  customers: (await store.list(DOMAIN, 'customer', { limit: 500 })).filter(({ email, address }) => email && address),
})

/** The clock goes on, but not beyond today. */
async function pass(ms: number): Promise<void> {
  await hand.ask('admin', '/__simulator/clock', { pushMs: Math.min(ms, -(await offsetMs())) })
}

/** The merchant's morning, then a few shoppers at a time with some hours between them, and what they find in their mail. */
async function liveThrough(day: number): Promise<void> {
  if (day <= BLOCKS_SINCE && !(await store.setting('life-blocks', false))) await placeBlocks()
  const { products, customers } = await assortment()
  const chance = dice(60_000 + day)
  await tidyUp(chance)
  const errands = errandsOf(chance, HANDLE, products, customers, given.splice(0))
  const pause = DAY / (Math.ceil(errands.length / AT_ONCE) + 1)
  for (let n = 0; n < errands.length; n += AT_ONCE) {
    await pass(Math.round(pause * (0.5 + chance.next())))
    // By now Encore knows the orders from some hours ago, and their pages answer at once.
    const waiting = unoffered.splice(0)
    if (day <= BLOCKS_SINCE) await Promise.all(waiting.map((bought) => orGiveUp(lookAtOrder(bought))))
    const bought = await Promise.all(errands.slice(n, n + AT_ONCE).map((errand) => orGiveUp(shop(doors, errand))))
    unoffered.push(...bought.flatMap((one) => (one && !one.offered ? [one] : [])))
    await delivered()
  }
  await answerMails(chance, new Map(customers.map(({ id, email }) => [email, id])))
}

const unoffered: Bought[] = []
let gaveUp = 0

/** On a slow machine something is too late for once, and she goes away, as shoppers do; when many do, it is broken. */
async function orGiveUp<Done>(work: Promise<Done>): Promise<Done | null> {
  try {
    return await work
  } catch (error) {
    gaveUp += 1
    if (gaveUp > MOST_GIVE_UP) throw error
    console.log(`a shopper gave up: ${String(error)}`)
    return null
  }
}

async function placeBlocks(): Promise<void> {
  await merchant.placeBlocks()
  await store.setSetting('life-blocks', true)
}

/** Sends what was bought, and takes some of what was added back. */
async function tidyUp(chance: Dice): Promise<void> {
  const orders = await store.list(DOMAIN, 'order', { limit: TO_SEND, reverse: true })
  for (const { id, lines, fulfilledAt, holdUntil } of orders) {
    const added = lines.find((line) => line.addedByEdit && line.currentQuantity > 0)
    if (added && chance.chance(REFUNDED)) await merchant.refund(id, added.id)
    if (!fulfilledAt && !holdUntil) await merchant.fulfil(id)
  }
}

const given: Given[] = []
const said = new Set<string>()

/** Some of those who were asked say what they think, and some of them come back with their code. */
async function answerMails(chance: Dice, customers: ReadonlyMap<string | null, number>): Promise<void> {
  const read = await store.setting<number>('life-read', 0)
  const mails = (await mailsTo({ store }, null, MAILS_AT_ONCE)).filter(({ id }) => id > read).reverse()
  for (const mail of mails) if (asksForReview(mail) && chance.chance(ANSWERED)) await orGiveUp(answer(chance, mail, customers))
  await store.setSetting('life-read', Math.max(read, ...mails.map(({ id }) => id)))
}

async function answer(chance: Dice, mail: Mail, customers: ReadonlyMap<string | null, number>): Promise<void> {
  const code = await answerMail(doors, HANDLE, mail, opinionOf(chance, languageOf(mail), said))
  const customerId = customers.get(mail.to)
  if (code && customerId !== undefined && chance.chance(COMES_BACK)) given.push({ customerId, code })
}

if (!(await store.setting('life', false))) await begin()
for (let left = await offsetMs(); left < 0; left = await offsetMs()) {
  const day = Math.ceil(-left / DAY)
  await liveThrough(day)
  await pass(Math.max(0, -(await offsetMs()) - (day - 1) * DAY))
  console.log(`${day - 1} days left`)
}
await delivered()
await store.close()
