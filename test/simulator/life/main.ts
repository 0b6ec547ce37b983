// Lives through the sixty days before today in the shop Aurora: installs Encore, makes offers and buys, all by the doors that people use.
// The clock that the simulator began with lies in the past, and is today's at the end; whoever stops it meanwhile finds it going on.
import { setTimeout as pause } from 'node:timers/promises'
import { dice } from '../seed/dice.ts'
import { openStore } from '../store.ts'
import { errandsOf } from './days.ts'
import { Visitor } from './doors.ts'
import { Merchant, offersFor } from './merchant.ts'
import { shop } from './shopper.ts'

const DAY = 86_400_000
const HANDLE = 'aurora'
const DOMAIN = `${HANDLE}.myshopify.com`
const PATIENCE = 60_000
const REFUNDED = 0.08
const AT_ONCE = 3

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
  for (const definition of offersFor(products)) await merchant.offer(definition)
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

/** A few shoppers at a time, then some hours without any. */
async function liveThrough(day: number): Promise<void> {
  const { products, customers } = await assortment()
  const chance = dice(60_000 + day)
  const errands = errandsOf(chance, HANDLE, products, customers)
  const pause = DAY / (Math.ceil(errands.length / AT_ONCE) + 1)
  for (let n = 0; n < errands.length; n += AT_ONCE) {
    await pass(Math.round(pause * (0.5 + chance.next())))
    await Promise.all(errands.slice(n, n + AT_ONCE).map((errand) => shop(doors, errand)))
  }
  await delivered()
  const orders = await store.list(DOMAIN, 'order', { limit: 8, reverse: true })
  for (const { id, lines } of orders) {
    const added = lines.find((line) => line.addedByEdit && line.currentQuantity > 0)
    if (added && chance.chance(REFUNDED)) await merchant.refund(id, added.id)
  }
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
