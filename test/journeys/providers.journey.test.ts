import { expect, test } from 'vitest'
import { DEFAULT_TERMS } from '#app/rewards/program.ts'
import { embedded, type Visitor } from '../support/browser.ts'
import { scene } from '../support/scene.ts'
import { control, domain, installEncore, openEncore, query, settled } from './people.ts'

const world = scene('providers')
const SHOP = 'noor'
const HOUR = 3_600_000

let merchant: Visitor
let address: string

const frame = () => embedded(merchant.page)
const reviewApps = () => `http://providers.localhost:${new URL(world.stack.adminUrl).port}/?shop=${SHOP}&provider=judgeme`
const pictures = process.env['PICTURES']
const look = async (name: string) => void (pictures && (await merchant.page.screenshot({ path: `${pictures}/${name}.png` })))

interface RewardRow {
  state: string
  because: string | null
  tier: string | null
  code: string | null
}
const rewards = () =>
  query<RewardRow>(world.stack.databases.app, `select state, because, tier, code from reward where shop = $1 order by state`, [
    domain(SHOP),
  ])

/** An order that she has paid, with whoever placed it. */
async function someOrder(): Promise<{ id: number; email: string; product: number }> {
  const [found] = await query<{ id: number; email: string; product: number }>(
    world.stack.databases.simulator,
    `select id::float8 as id, doc->>'email' as email, (doc->'lines'->0->>'productId')::float8 as product from document
     where kind = 'order' and shop = $1 and doc->>'email' is not null and doc->>'cancelledAt' is null and doc->>'customerId' is not null
     order by id desc limit 1`,
    [domain(SHOP)],
  )
  if (!found) throw new Error('The shop has no order')
  return found
}

test('a second shop, which keeps Judge.me, installs Encore and promises a code for each review', async () => {
  merchant = await world.person()
  await installEncore(world.stack, merchant.page, SHOP)
  const terms = { ...DEFAULT_TERMS, prefix: 'NOOR' }
  await query(
    world.stack.databases.app,
    `insert into reward_program (shop, version, active, terms, created_at) values ($1, 1, true, $2, '2026-01-01')`,
    [domain(SHOP), JSON.stringify(terms)],
  )
})

test('the merchant connects Judge.me: copies the address, pastes the key, and waits for an event', async () => {
  await openEncore(world.stack, merchant.page, { shop: SHOP, path: '/rewards/providers' })
  await look('providers')
  await frame().getByRole('link', { name: 'Judge.me' }).click()
  await frame().getByRole('button', { name: 'Connect', exact: true }).click()
  address = await frame().getByLabel('Address for this shop').inputValue()
  expect(address).toMatch(/\/webhooks\/reviews\/judgeme\/[\w-]{32,}$/)
  await frame().getByText('Waiting for an event…').waitFor()

  const other = await world.person()
  await other.page.goto(reviewApps())
  await other.page.getByLabel('Address to send to').fill(address)
  await other.page.getByRole('button', { name: 'Save' }).click()
  const key = await other.page.locator('[data-key=secret]').innerText()
  if (pictures) await other.page.screenshot({ path: `${pictures}/play.png`, fullPage: true })
  await other.close()

  await frame()
    .getByLabel(/Private API token/)
    .fill('not the right one')
  await frame().getByRole('button', { name: 'Save', exact: true }).click()
  await frame().getByPlaceholder('Saved. Type to replace it.').waitFor()
  await control(world.stack, 'providers/send', { shop: SHOP, provider: 'judgeme', oddity: 'admin' })
  await frame().getByText('The signature was made with another key.').waitFor()
  await look('refused')
  await frame()
    .getByLabel(/Private API token/)
    .fill(key)
  await frame().getByRole('button', { name: 'Save', exact: true }).click()
  await frame().getByText('The signature was made with another key.').waitFor({ state: 'detached' })
  await look('waiting')
  merchant.mustBeQuiet()
})

test('its webhook arrives three times, out of order, while Encore is killed: one code is issued', async () => {
  const { id, email, product } = await someOrder()
  const wish = { shop: SHOP, provider: 'judgeme', email, orderId: id, productId: product, rating: 2 }
  const played = await control<{ review: { id: number } }>(world.stack, 'providers/send', {
    ...wish,
    event: 'updated',
    photos: 1,
    copies: 3,
  })
  const again = { ...wish, reviewId: played.review.id }
  await merchant.page.goto('about:blank')
  const killed = world.stack.restartApp('SIGKILL')
  await control(world.stack, 'providers/send', { ...again, event: 'created', photos: 0, copies: 3 })
  await killed
  await control(world.stack, 'providers/send', { ...again, event: 'created', photos: 0 })
  // What met a dead Encore comes again in its own time, and what came only then has yet to settle.
  const laterOn = async () => {
    const [first] = await rewards()
    if (first?.state !== 'issued') await control(world.stack, 'clock', { pushMs: HOUR })
    return first?.state
  }
  await expect.poll(laterOn, { timeout: 90_000, interval: 3_000 }).toBe('issued')
  await settled(world.stack)
  expect(await rewards()).toEqual([
    { state: 'issued', because: null, tier: 'photo', code: expect.stringMatching(/^NOOR/) },
    // The admin's own, refused for its signature before the key was right, has come again since.
    { state: 'refused', because: 'made-in-admin', tier: null, code: null },
  ])
  const given = await query<{ codes: number }>(
    world.stack.databases.app,
    `select count(*)::int as codes from discount_code where shop = $1 and state = 'given'`,
    [domain(SHOP)],
  )
  expect(given).toEqual([{ codes: 1 }])
})

test('the merchant sees the event and what became of it, disconnects, and thinks better of it', async () => {
  await openEncore(world.stack, merchant.page, { shop: SHOP, path: '/rewards/providers/judgeme' })
  await frame().getByText('Everything is in place.').waitFor()
  await frame().getByText('Taken in').first().waitFor()
  await look('arrived')
  await frame().getByRole('button', { name: 'Disconnect' }).click()
  await frame().getByRole('button', { name: 'Connect', exact: true }).waitFor()
  await merchant.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => frame().getByLabel('Address for this shop').inputValue()).toBe(address)
  merchant.mustBeQuiet()
})
