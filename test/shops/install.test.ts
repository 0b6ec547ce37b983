import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import type { Delivered } from '#app/platform/deliveries.server.ts'
import { installShop, learnShop } from '#app/shops/install.server.ts'
import { uninstallShop, updateScopes, whyUnwanted } from '#app/shops/uninstall.server.ts'
import { cost, shopifyDouble } from '../platform/shopify-double.ts'
import { rows, useDatabase } from '../platform/world.ts'

await useDatabase('install')
const shopify = shopifyDouble()

const session = (shop: string) => ({ id: `offline_${shop}`, shop, state: '', scope: 'read_products,read_orders', accessToken: 'access' })
async function install(name: string): Promise<string> {
  const shop = `${name}.myshopify.com`
  await db.session.upsert({
    where: { id: `offline_${shop}` },
    create: { ...session(shop), expires: new Date(Date.now() + 3_600_000) },
    update: {},
  })
  await installShop(session(shop))
  return shop
}
const delivered = (shop: string, topic: string, body: object = {}, triggeredAt = new Date()): Delivered => ({
  shop,
  id: `${topic} ${triggeredAt.getTime()}`,
  topic,
  eventId: null,
  triggeredAt,
  receivedAt: new Date(),
  body,
})
const jobsOf = async (shop: string) =>
  (
    await rows<{ name: string }>('select task_identifier as name from graphile_worker.jobs where flags ? $1 order by id', [`shop:${shop}`])
  ).map(({ name }) => name)
const kenya = {
  name: 'Nest',
  email: 'owner@nest.example',
  contactEmail: 'owner@nest.example',
  currencyCode: 'KES',
  ianaTimezone: 'Africa/Nairobi',
  shopAddress: { countryCodeV2: 'KE' },
  primaryDomain: { host: 'nest.example' },
}

test('an installation learns the shop first and tells the others then', async () => {
  const shop = await install('nest')
  expect(await jobsOf(shop)).toEqual(['learn-shop'])
  shopify.answers(() => ({ json: { data: { shop: kenya }, extensions: cost(1_000) } }))
  await learnShop({ shop, announce: true })
  expect(await db.shop.findUnique({ where: { shop } })).toMatchObject({
    state: 'installed',
    name: 'Nest',
    currency: 'KES',
    timeZone: 'Africa/Nairobi',
    country: 'KE',
    emails: ['owner@nest.example'],
    host: 'nest.example',
    scopes: ['read_products', 'read_orders'],
  })
  expect(await jobsOf(shop)).toContain('announce-event')
})

test('the token exchanges of later hours install nothing again', async () => {
  const shop = await install('hourly')
  await rows('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))')
  const { installedAt } = await db.shop.findUniqueOrThrow({ where: { shop } })
  await install('hourly')
  expect(await jobsOf(shop)).toEqual([])
  expect((await db.shop.findUniqueOrThrow({ where: { shop } })).installedAt).toEqual(installedAt)
})

test('a merchant who opens the app again ends the pause', async () => {
  const shop = await install('paused')
  await db.shop.update({ where: { shop }, data: { state: 'needs-reauthorization' } })
  await rows('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))')
  await install('paused')
  expect(await db.shop.findUnique({ where: { shop } })).toMatchObject({ state: 'installed' })
  expect(await jobsOf(shop)).toEqual([])
})

test('uninstalling deletes the tokens and the waiting jobs, and no webhook is for us any more', async () => {
  const shop = await install('leaving')
  const other = await install('staying')
  await uninstallShop(delivered(shop, 'app/uninstalled'))
  expect(await db.shop.findUnique({ where: { shop } })).toMatchObject({ state: 'uninstalled', uninstalledAt: expect.any(Date) })
  expect(await db.session.count({ where: { shop } })).toBe(0)
  expect(await jobsOf(shop)).toEqual(['announce-event'])
  expect(await whyUnwanted(shop, 'orders/create')).toMatch(/not installed/)
  expect(await whyUnwanted(shop, 'shop/redact')).toBeNull()
  expect([
    await whyUnwanted(other, 'orders/create'),
    await db.session.count({ where: { shop: other } }),
    (await jobsOf(other)).length,
  ]).toEqual([null, 1, 1])
})

test('a merchant may come back: everything starts anew', async () => {
  const shop = await install('returning')
  await uninstallShop(delivered(shop, 'app/uninstalled'))
  await rows('select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))')
  await install('returning')
  expect(await db.shop.findUnique({ where: { shop } })).toMatchObject({ state: 'installed', uninstalledAt: null })
  expect(await jobsOf(shop)).toEqual(['learn-shop'])
})

test('uninstalling counts though our clock was ahead at the installation, and was put back since', async () => {
  const shop = await install('ahead')
  await db.shop.update({ where: { shop }, data: { installedAt: new Date(Date.now() + 300_000) } })
  await uninstallShop(delivered(shop, 'app/uninstalled'))
  expect(await db.shop.findUnique({ where: { shop } })).toMatchObject({ state: 'uninstalled' })
})

test('a late uninstall does not hit the installation that came after it', async () => {
  const shop = await install('reordered')
  await uninstallShop(delivered(shop, 'app/uninstalled', {}, new Date(Date.now() - 60_000)))
  expect(await db.shop.findUnique({ where: { shop } })).toMatchObject({ state: 'installed' })
})

test('granted scopes are remembered', async () => {
  const shop = await install('scoped')
  await updateScopes(delivered(shop, 'app/scopes_update', { current: ['read_products'], previous: [] }))
  expect((await db.shop.findUnique({ where: { shop } }))?.scopes).toEqual(['read_products'])
})
