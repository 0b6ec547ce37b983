import PostalMime from 'postal-mime'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db, transact } from '#app/platform/db.server.ts'
import { answerAutomation } from '#app/retention/answer.server.ts'
import { readAutomation } from '#app/retention/admin.server.ts'
import { goToOffer, lookAtOffer } from '#app/retention/opening.server.ts'
import { followUpRecords } from '#app/retention/personal.server.ts'
import { FollowUpsQuery } from '#app/retention/follow-ups-listed.ts'
import { attributeSale } from '#app/retention/sales.server.ts'
import { openCarrier } from '../platform/messaging/carrier.ts'
import { rows, SHOP, useDatabase } from '../platform/world.ts'
import { all, engine, forgetAll, leave, met, plan, sold, stateOf, write } from './stage.ts'
import { ago, agree, comesBack, insertOrder, insertProduct, openShop } from './world.ts'

await useDatabase('follow-ups')
const carrier = await openCarrier()
Object.assign(process.env, { SMTP_URL: carrier.url, MAIL_FROM: 'shop@encore.test' })

const linkIn = async (index = 0) => {
  const { text = '' } = await PostalMime.parse(carrier.arrived[index]?.raw ?? '')
  return new URL(/https:\/\/\S+\/apps\/reviews\/offer\?\S+/.exec(text)?.[0] ?? '').searchParams
}
const askedBy = async (more: object = {}) => {
  const params = await linkIn()
  return { shop: SHOP, token: params.get('t') ?? '', item: Number(params.get('item') ?? 0), goesOn: false, spoken: null, ...more }
}
const look = async (more: object = {}) => {
  const { status, body } = await lookAtOffer(await askedBy(more))
  return `${status} ${String(await body)}`
}
/** Where the link leads in the end, or what is said instead. */
const follow = async (more: object = {}) => {
  const { status, body } = await goToOffer(await askedBy(more))
  const html = String(await body)
  return /http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)?.[1] ?? `${status} ${html}`
}

beforeEach(async () => {
  await openShop()
  for (const id of ['1', '2', '3']) await insertProduct({ id })
})
afterEach(async () => {
  carrier.arrived.length = 0
  await forgetAll()
})

test('who saw no offer gets it by mail in her language, once, however often it is planned and tried', async () => {
  await agree()
  await insertOrder({ id: '9001', placedAt: ago(40) })
  for (let times = 0; times < 3; times++) await all('missed-offer', '9001')
  await Promise.all([write('missed-offer', '9001'), leave('missed-offer', '9001'), plan('9001')])
  expect(carrier.arrived.map(({ to }) => to)).toEqual(['mia@example.com'])
  const mail = await PostalMime.parse(carrier.arrived[0]?.raw ?? '')
  expect(mail.subject).toBe('Case passend zu Ihrer Bestellung #9001')
  expect(mail.text).toContain('Passt dazu')
  expect(mail.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe('List-Unsubscribe=One-Click')
  expect(await stateOf('missed-offer', '9001')).toEqual(['sent', null])
})

test('the bounce-back offers what goes with a first order, at the merchant’s discount, and not beside the other message', async () => {
  await agree()
  for (const buyer of ['21', '22'])
    await insertOrder({ id: `80${buyer}`, customerId: buyer, email: null, productIds: ['1', '3'], placedAt: ago(9_000) })
  await insertOrder({ id: '8030', customerId: '30', email: null, productIds: ['1', '2'], placedAt: ago(9_000) })
  await insertOrder({ id: '9001' })
  await all('bounce-back', '9001')
  await all('missed-offer', '9001')
  const row = await db.followUp.findFirstOrThrow({ where: { automation: 'bounce-back', orderId: '9001' } })
  expect(row.offered).toMatchObject({ percent: 10, take: 'one', items: [{ productId: '3', price: 1_800, was: 2_000 }, { productId: '2' }] })
  expect([carrier.arrived.length, await stateOf('bounce-back', '9001'), await stateOf('missed-offer', '9001')]).toEqual([
    1,
    ['sent', null],
    ['skipped', 'had-other'],
  ])
})

test.each([
  ['GB', 'GBP', { currency: 'GBP', items: [{ price: 630, was: 700, praise: ['4.5 of 5', '“Fits.” Ann'] }, {}] }],
  ['DE', 'GBP', { currency: null, items: [{ price: 1_800 }, {}] }],
])('she who pays in another currency is told its prices where the shop sells in her country: %s', async (country, paidIn, offered) => {
  await agree()
  await insertOrder({ id: '8030', customerId: '30', email: null, productIds: ['1', '2', '3'], placedAt: ago(9_000) })
  await insertOrder({ id: '9001', paidIn, country })
  await all('bounce-back', '9001')
  expect((await db.followUp.findFirstOrThrow({ where: { automation: 'bounce-back' } })).offered).toMatchObject(offered)
})

test.each<[string, () => Promise<unknown>, string]>([
  ['she has agreed to nothing', () => agree('7', 'not_subscribed'), 'no-consent'],
  ['nothing is known of what she agreed to', async () => {}, 'no-consent'],
  ['she has unsubscribed', () => agree('7', 'unsubscribed'), 'unsubscribed'],
  ['the order was cancelled', () => rows(`update "order" set cancelled_at = now()`), 'cancelled'],
  ['she asks to send all of it back', () => comesBack('9001', '1'), 'returning'],
  ['everything was sent back', () => rows('update order_line set current_quantity = 0'), 'refunded'],
  ['she has seen an offer meanwhile', async () => met.set('checkout-9001', { what: 'seen', productIds: [] }), 'saw-offer'],
  ['she has accepted one meanwhile', async () => met.set('checkout-9001', { what: 'accepted', productIds: [] }), 'saw-offer'],
  ['she has bought again', () => insertOrder({ id: '9002', placedAt: ago(5) }), 'bought-again'],
  ['it was switched off', () => openShop({ 'missed-offer': {} }), 'not-active'],
])('between planning and its hour: %s', async (_, happens, because) => {
  if (because !== 'no-consent' && because !== 'unsubscribed') await agree()
  await insertOrder({ id: '9001', placedAt: ago(10) })
  await plan('9001')
  expect(await stateOf('missed-offer', '9001')).toEqual(['planned', null])
  await happens()
  await rows(`update "order" set processed_at = processed_at - interval '30 minutes' where id = '9001'`)
  await write('missed-offer', '9001')
  expect([await stateOf('missed-offer', '9001'), carrier.arrived.length]).toEqual([['skipped', because], 0])
})

test('between writing and leaving she accepts it elsewhere: it does not leave, and the merchant sees why', async () => {
  await agree()
  await insertOrder({ id: '9001', placedAt: ago(40) })
  await plan('9001')
  await write('missed-offer', '9001')
  met.set('checkout-9001', { what: 'accepted', productIds: [] })
  await leave('missed-offer', '9001')
  expect([await stateOf('missed-offer', '9001'), carrier.arrived.length]).toEqual([['skipped', 'saw-offer'], 0])
})

test('the bounce-back is about what she keeps; when some of that goes back too, it is about the rest', async () => {
  await agree()
  for (const buyer of ['21', '22', '23']) {
    await insertOrder({ id: `82${buyer}`, customerId: `2${buyer}`, email: null, productIds: ['5', '2'], placedAt: ago(9_000) })
    await insertOrder({ id: `80${buyer}`, customerId: buyer, email: null, productIds: ['4', '3'], placedAt: ago(9_000) })
    await insertOrder({ id: `81${buyer}`, customerId: `1${buyer}`, email: null, productIds: ['1', '2'], placedAt: ago(9_000) })
  }
  await insertOrder({ id: '9001', productIds: ['1', '4', '5'] })
  await comesBack('9001', '1')
  await plan('9001')
  await write('bounce-back', '9001')
  const row = await db.followUp.findFirstOrThrow({ where: { automation: 'bounce-back', orderId: '9001' } })
  expect(row.offered).toMatchObject({ goesWith: ['4', '5'], items: [{ productId: '2' }, { productId: '3' }] })
  await comesBack('9001', '4')
  await leave('bounce-back', '9001')
  const { offered } = await db.followUp.findFirstOrThrow({ where: { automation: 'bounce-back', orderId: '9001' } })
  expect(offered).toMatchObject({ goesWith: ['5'], items: [{ productId: '2' }] })
  expect([await stateOf('bounce-back', '9001'), carrier.arrived.length]).toEqual([['sent', null], 1])
  const { text = '' } = await PostalMime.parse(carrier.arrived[0]?.raw ?? '')
  expect([text.includes('Product 2'), text.includes('Product 3')]).toEqual([true, false])
})

test.each([
  [true, ['sent', null], 1, 'Passt auch'],
  [false, ['skipped', 'about-returned'], 0, 'Passt dazu'],
])('a missed offer is decided anew when some of the order goes back meanwhile: something fits, %s', async (fits, state, sent, headline) => {
  engine.fitsAnew = fits
  await agree()
  await insertOrder({ id: '9001', productIds: ['1', '4'], placedAt: ago(40) })
  await plan('9001')
  await write('missed-offer', '9001')
  await comesBack('9001', '4')
  await leave('missed-offer', '9001')
  expect([await stateOf('missed-offer', '9001'), carrier.arrived.length]).toEqual([state, sent])
  const row = await db.followUp.findFirstOrThrow({ where: { automation: 'missed-offer', orderId: '9001' } })
  expect(row.offered).toMatchObject({ headline, ...(fits ? { goesWith: ['1'], placementId: 'placement-2' } : {}) })
})

test('a text message where only that is allowed, to the number that agreed, whatever stands on the order', async () => {
  await agree('7', 'not_subscribed', 'subscribed')
  await insertOrder({ id: '8021', customerId: '21', email: null, productIds: ['1', '3'], placedAt: ago(9_000) })
  await insertOrder({ id: '9001', phone: '+493012345678' })
  await plan('9001')
  await write('bounce-back', '9001')
  const message = await db.message.findFirstOrThrow()
  expect([message.channel, message.to, message.weight]).toEqual(['sms', '+4915112345678', 'offer'])
})

test('the link leads to the checkout; once the order has left, it says first that this ships separately', async () => {
  await openShop({ shipTogether: true })
  await agree()
  await insertOrder({ id: '9001', placedAt: ago(40) })
  await all('missed-offer', '9001')
  expect((await PostalMime.parse(carrier.arrived[0]?.raw ?? '')).text).toContain('Es wird mit Ihrer Bestellung #9001 verschickt')
  expect(await look()).toMatch(/^200 .*<form method="post" action="\?t=m9001\.[\w-]+">.*submit\(\)/s)
  expect(sold).toEqual([])
  expect(await follow()).toBe('/cart/51:1?discount=CODE')
  await db.fulfillment.create({ data: { shop: SHOP, orderId: '9001', id: '1', status: 'success', createdAt: ago(1), updatedAt: ago(1) } })
  const said = await look()
  expect(said).toMatch(/^200 .*lang="de".*Ihre Bestellung #9001 ist bereits unterwegs.*action="\?t=m9001\.[\w-]+&amp;on=1"/s)
  expect(said).not.toContain('<script>')
  expect(await follow()).toContain('bereits unterwegs')
  expect(await follow({ goesOn: true })).toBe('/cart/51:1?discount=CODE')
  expect(sold.map(({ together }) => together)).toEqual([true, false])
})

test('a link ends: forged, over, taken, or erased with the shopper', async () => {
  await agree()
  await insertOrder({ id: '9001', placedAt: ago(40) })
  await all('missed-offer', '9001')
  expect(await look({ token: 'm9002.abcdefghijklmnopqrstuv', spoken: 'fr' })).toMatch(/^404 .*lang="fr"/s)
  expect(await follow()).toMatch(/^\/cart\//)
  await rows(`update follow_up set lasts_until = now() - interval '1 minute'`)
  expect(await follow()).toMatch(/^410 .*abgelaufen/s)
  await rows(`update follow_up set lasts_until = now() + interval '1 day'`)
  await insertOrder({ id: '9005', codes: ['code'], placedAt: ago(1) })
  await attributeSale(SHOP, '9005')
  expect(await follow()).toMatch(/^200 .*bereits angenommen/s)
  await transact((tx) => followUpRecords.redact(tx, { shop: SHOP, customerId: '7', email: null, orderIds: ['9001'] }))
  expect(await follow()).toMatch(/^404 /)
})

test('the merchant sees what came of it, and a cancelled order earns nothing', async () => {
  await agree()
  await insertOrder({ id: '9001', placedAt: ago(40) })
  await all('missed-offer', '9001')
  await follow()
  await insertOrder({ id: '9005', codes: ['code'], placedAt: ago(1) })
  await attributeSale(SHOP, '9005')
  await attributeSale(SHOP, '9005')
  const { view, followUps } = await readAutomation(SHOP, 'missed-offer')
  expect(view).toMatchObject({ sent: 1, followed: 1, sales: 1, earned: '€20.00' })
  expect(followUps).toMatchObject([{ order: '#9001', sale: { orderId: '9005', earned: '€20.00' } }])
  const told = (listed: object) => readAutomation(SHOP, 'missed-offer', FollowUpsQuery.parse(listed))
  expect((await told({ shown: 'sent', search: '9001' })).followUps).toHaveLength(1)
  for (const other of [{ shown: 'planned' }, { search: '9005' }, { page: 2 }]) expect((await told(other)).followUps).toEqual([])
  await rows(`update "order" set cancelled_at = now() where id = '9005'`)
  await attributeSale(SHOP, '9005')
  expect((await readAutomation(SHOP, 'missed-offer')).view).toMatchObject({ sales: 1, earned: '€0.00' })
})

test('nothing is switched on but with the number that the merchant was shown', async () => {
  await openShop({ 'missed-offer': {} })
  await agree()
  await insertOrder({ id: '9001', placedAt: ago(2_000) })
  await insertOrder({ id: '9002', customerId: '8', email: null, placedAt: ago(2_000) })
  const { form } = await readAutomation(SHOP, 'missed-offer')
  const { counted } = await answerAutomation(SHOP, 'missed-offer', { intent: 'count', form })
  expect(counted).toEqual({ orders: 2, sent: 1, skipped: { 'no-consent': 1 }, changed: false })
  expect(await answerAutomation(SHOP, 'missed-offer', { intent: 'switch-on', confirmed: 2 })).toMatchObject({ counted: { changed: true } })
  expect((await readAutomation(SHOP, 'missed-offer')).view.active).toBe(false)
  await answerAutomation(SHOP, 'missed-offer', { intent: 'switch-on', confirmed: 1 })
  expect((await readAutomation(SHOP, 'missed-offer')).view.active).toBe(true)
  await plan('9001')
  expect(await stateOf('missed-offer', '9001')).toBeNull()
})

test('of a shopper who is erased nothing is left to send or to read', async () => {
  await agree()
  await insertOrder({ id: '9001', placedAt: ago(10) })
  await plan('9001')
  const person = { shop: SHOP, customerId: '7', email: 'mia@example.com', orderIds: ['9001'] }
  expect(await transact((tx) => followUpRecords.collect(tx, person))).toMatchObject({
    followUps: [{ orderId: '9001' }, { orderId: '9001' }],
  })
  await transact((tx) => followUpRecords.redact(tx, person))
  expect([await stateOf('missed-offer', '9001'), await db.followUp.count({ where: { customerId: { not: null } } })]).toEqual([
    ['skipped', 'redacted'],
    0,
  ])
})
