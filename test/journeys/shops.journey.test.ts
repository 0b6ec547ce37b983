import { expect, test } from 'vitest'
import { ar } from '../../app/surfaces/wording/ar.ts'
import { embedded } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import {
  buy,
  callEncore,
  control,
  createOffer,
  domain,
  findOrder,
  installEncore,
  offerOf,
  openEncore,
  query,
  settled,
  synced,
} from './people.ts'

const world = scene('shops')
const PHONE = 'Lumen 9, Graphite'
const OUD = 'عطر العود — Oud, ذهبي — Gold'
const CUP = 'فنجان — Coffee cup, أزرق — Blue'
let auroraOffer: string

test('two shops install Encore, and each has an offer of its own', async () => {
  const merchant = await world.person()
  await installEncore(world.stack, merchant.page, 'aurora')
  await installEncore(world.stack, merchant.page, 'noor')
  auroraOffer = await createOffer(
    world.stack,
    'aurora',
    await offerOf(world.stack, 'aurora', { title: 'Only Aurora', steps: [{ id: 'one', product: 'Clear case, Black' }] }),
  )
  await createOffer(
    world.stack,
    'noor',
    await offerOf(world.stack, 'noor', { title: 'Only Noor', bought: OUD, steps: [{ id: 'one', product: CUP, percent: 10 }] }),
  )
  await settled(world.stack)
})

test('a second shop sees nothing of the first: not in its list, not by address, not on its pages', async () => {
  const { page } = await world.person({ allow: [/404|Failed to load/] })
  const noor = await openEncore(world.stack, page, { shop: 'noor', path: '/offers' })
  await noor.getByText('Only Noor').waitFor()
  expect(await noor.getByText('Only Aurora').count()).toBe(0)
  await page.goto(`${world.stack.adminUrl}/store/noor/apps/encore/offers/${auroraOffer}`)
  await embedded(page).getByText('There is nothing at this address').waitFor()
  const stolen = await callEncore(world.stack, 'noor', `/offers/${auroraOffer}`, {
    definition: await offerOf(world.stack, 'noor', { title: 'Stolen', steps: [{ id: 'one', product: CUP }] }),
    status: 'active',
    version: 1,
  })
  expect(stolen.status).toBe(404)
  const [kept] = await query<{ title: string }>(world.stack.databases.app, 'select title from offer where shop = $1 and id = $2', [
    domain('aurora'),
    auroraOffer,
  ])
  expect(kept?.title).toBe('Only Aurora')
})

test('an Arabic shopper reads and accepts from right to left, in dinars of three decimals', async () => {
  const { page, mustBeQuiet } = await world.person({ mobile: true })
  const token = await buy(world.stack, page, { shop: 'noor', product: OUD, language: 'ar' })
  await page.getByRole('heading', { name: `\u2068${CUP}\u2069`, exact: true }).waitFor()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await page.getByRole('button', { name: ar.words.accept.split('{total}')[0]?.trim() ?? '' }).click()
  await page.waitForURL(/thank_you/)
  mustBeQuiet()
  const order = await findOrder(world.stack, 'noor', token)
  expect(order.lines.map(({ title }) => title)).toEqual([OUD, CUP])
  expect(order.transactions[1]?.amount.shop).toMatch(/^\d+\.\d{3}$/)
})

test('uninstalling stops everything, and coming back finds the offers again', async () => {
  await control(world.stack, `shops/${domain('aurora')}/uninstall`, {})
  await settled(world.stack)
  const sessions = await query(world.stack.databases.app, 'select id from session where shop = $1', [domain('aurora')])
  expect(sessions).toEqual([])
  const shopper = await world.person()
  await buy(world.stack, shopper.page, { product: PHONE })
  expect(shopper.page.url()).toContain('thank_you')

  const merchant = await world.person()
  const encore = await openEncore(world.stack, merchant.page, { path: '/offers' })
  await encore.getByText('Only Aurora').waitFor()
  await synced(world.stack, 'aurora')
  await settled(world.stack)
  const back = await world.person()
  await buy(world.stack, back.page, { product: PHONE, email: 'back@shopper.example' })
  await back.page.getByRole('heading', { name: 'Clear case, Black', exact: true }).waitFor()
})

test('what Shopify asks to forget is forgotten, and the shop can see that it was', async () => {
  await control(world.stack, `shops/${domain('noor')}/uninstall`, {})
  await settled(world.stack)
  await control(world.stack, 'clock', { pushMs: 49 * 3_600_000 })
  const kept = () =>
    query<{ n: number }>(world.stack.databases.app, 'select count(*)::int as n from product where shop = $1', [domain('noor')])
  await expect.poll(async () => (await kept())[0]?.n, { timeout: 20_000 }).toBe(0)
})
