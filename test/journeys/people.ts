import { createHmac, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { FrameLocator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { SimOrder, SimProduct } from '../simulator/model.ts'
import { CLIENT_ID, CLIENT_SECRET } from '../simulator/settings.ts'
import { embedded } from '../support/browser.ts'
import type { Stack } from '../support/stack.ts'

/** Opens Encore in the simulated admin, which installs it, and waits until its first sync is done. */
export async function openEncore(stack: Stack, page: Page, { shop = 'aurora', path = '' } = {}): Promise<FrameLocator> {
  await page.goto(`${stack.adminUrl}/store/${shop}/apps/encore${path}`)
  const frame = embedded(page)
  await frame.getByRole('heading', { level: 1 }).first().waitFor()
  return frame
}

/** The resource picker belongs to the admin, not to the frame. It names a variant after its product: `Leather case, Black – Lumen`. */
export async function pick(page: Page, titles: readonly string[]): Promise<void> {
  const dialog = page.getByRole('dialog')
  for (const title of titles) {
    await dialog.getByRole('searchbox').fill(title)
    await dialog.getByText(title).first().click()
  }
  await dialog.getByRole('button', { name: /^(Add|Select)$/ }).click()
  await dialog.waitFor({ state: 'detached' })
}

export interface Purchase {
  shop?: string
  product: string // its title
  also?: string // another one, put into the cart first
  plan?: string // by which she subscribes, as the product page names it
  payment?: string // as the checkout names it
  language?: string
  currency?: string
  country?: string // to which it goes, as its two letters
  codes?: string[]
  email?: string
}

/** Buys on the storefront. Returns the checkout's token once the shopper is past paying. */
export async function buy(stack: Stack, page: Page, purchase: Purchase): Promise<string> {
  const token = await checkOut(stack, page, purchase)
  await pay(page, purchase.payment)
  return token
}

export async function pay(page: Page, payment = 'Credit card'): Promise<void> {
  await page.getByRole('radio', { name: payment }).check()
  await page.locator('button[value=pay]').click()
  await page.waitForURL(/\/(post_purchase|thank_you)/)
}

/** Fills a cart and the checkout, up to paying. */
export async function checkOut(stack: Stack, page: Page, purchase: Purchase): Promise<string> {
  const { shop = 'aurora', product, also, codes = [] } = purchase
  for (const title of [...(also ? [also] : []), product]) {
    await page.goto(`${stack.shopUrl(shop)}/?q=${encodeURIComponent(title)}`)
    await page.getByRole('link', { name: title }).first().click()
    if (purchase.plan && title === product) await page.locator('select[name=plan]').selectOption({ label: purchase.plan })
    await page.locator('form[action="/cart/add"] button').first().click()
    await page.waitForURL(/\/cart$/)
  }
  await page.locator('.cart-end button, .cart-end a').first().click()
  await page.waitForURL(/\/checkouts\/[^/]+$/)
  const token = new URL(page.url()).pathname.split('/')[2] ?? ''
  if (purchase.email) await page.locator('input[name=email]').fill(purchase.email)
  if (purchase.language) await choose(page, 'select[name=locale]', purchase.language)
  if (purchase.country) await choose(page, 'select[name=countryCode]', purchase.country)
  if (purchase.currency) await choose(page, 'select[name=currency]', purchase.currency)
  for (const code of codes) {
    await page.locator('input[name=code]').fill(code)
    await Promise.all([page.waitForEvent('load'), page.locator('button[value=code]').click()])
  }
  return token
}

/** Chooses what sends its form at once, and waits for the page that answers. */
export async function choose(page: Page, select: string, value: string): Promise<void> {
  if ((await page.locator(select).inputValue()) === value) return
  await Promise.all([page.waitForEvent('load'), page.locator(select).selectOption(value)])
}

/** Asks again until the answer is given: webhooks and jobs take their time. */
export async function until<T>(ask: () => Promise<T>, { within = 20_000 }: { within?: number } = {}): Promise<NonNullable<T>> {
  return expect.poll(ask, { timeout: within, interval: 150 }).toBeTruthy().then(ask) as Promise<NonNullable<T>>
}

/** A merchant who talks to Encore as its pages do, without drawing them: for what a story needs but is not about. */
export async function createOffer(stack: Stack, shop: string, definition: object, status = 'active'): Promise<string> {
  const response = await callEncore(stack, shop, '/offers/new', { definition, status, version: null })
  const id = /\/offers\/([0-9a-f-]{36})/.exec(response.headers.get('location') ?? response.headers.get('x-remix-redirect') ?? '')?.[1]
  if (!id) throw new Error(`No offer was made: ${response.status} ${await response.text()}`)
  return id
}

export async function callEncore(stack: Stack, shop: string, path: string, body?: object): Promise<Response> {
  return fetch(`${stack.appUrl}${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    redirect: 'manual',
    headers: {
      authorization: `Bearer ${idToken(`${shop}.myshopify.com`)}`,
      'content-type': 'application/json',
      accept: 'application/json',
      // The library answers whoever looks like a robot, Node's own fetch included, with 410.
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36',
    },
  })
}

/** Installs Encore as opening it does, and waits for the first sync. */
export async function installEncore(stack: Stack, page: Page, shop = 'aurora'): Promise<void> {
  await openEncore(stack, page, { shop })
  await embedded(page).getByText('Encore reads your products, customers and orders').waitFor()
  // A shop's first sync is the most that a journey asks of the machine.
  await synced(stack, shop, { within: 60_000 })
}

export async function synced(stack: Stack, shop: string, wish?: { within: number }): Promise<void> {
  await until(async () => {
    const rows = await query<{ done: boolean }>(
      stack.databases.app,
      `select count(*) = 4 as done from sync where state = 'done' and run = 'first' and shop = $1`,
      [domain(shop)],
    )
    return rows[0]?.done
  }, wish)
}

export const domain = (shop: string): string => `${shop}.myshopify.com`

/** Looks into a database: the app's for what it remembers, the simulator's for the truth. */
export async function query<Row>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows as Row[]
  } finally {
    await client.end()
  }
}

const documents = <Doc>(stack: Stack, shop: string, kind: string, where: string, value: string): Promise<{ doc: Doc }[]> =>
  query(stack.databases.simulator, `select doc from document where shop = $1 and kind = $2 and ${where} = $3`, [domain(shop), kind, value])

export async function findProduct(stack: Stack, shop: string, title: string): Promise<SimProduct> {
  const [found] = await documents<SimProduct>(stack, shop, 'product', `doc->>'title'`, title)
  if (!found) throw new Error(`${shop} has no product ${title}`)
  return found.doc
}

/** The order as the simulated shop holds it: the truth that Encore's pages are compared with. */
export async function findOrder(stack: Stack, shop: string, checkoutToken: string): Promise<SimOrder> {
  const [found] = await documents<SimOrder>(stack, shop, 'order', `doc->>'checkoutToken'`, checkoutToken)
  if (!found) throw new Error(`${shop} has no order of checkout ${checkoutToken}`)
  return found.doc
}

interface StepWish {
  id: string
  product: string
  percent?: number
  most?: number // that she may take of it; without it one
  onAccept?: string
  onDecline?: string
}

/** An offer for everybody, or for whoever bought `bought`. */
export async function offerOf(
  stack: Stack,
  shop: string,
  { title, bought, priority = 0, steps }: { title: string; bought?: string; priority?: number; steps: StepWish[] },
): Promise<object> {
  const trigger = bought === undefined ? null : await findProduct(stack, shop, bought)
  return {
    title,
    rules: { kind: 'all', rules: trigger ? [{ kind: 'product', productIds: [String(trigger.id)] }] : [] },
    steps: await Promise.all(
      steps.map(async ({ id, product, percent, most = 1, onAccept = null, onDecline = null }) => {
        const found = await findProduct(stack, shop, product)
        return {
          id,
          items: {
            kind: 'bundle',
            products: [{ productId: String(found.id), variantId: String(found.variants[0]?.id), quantity: 1, least: 1, most }],
          },
          discount: percent === undefined ? { kind: 'none' } : { kind: 'percentage', percent },
          wording: {},
          onAccept,
          onDecline,
        }
      }),
    ),
    priority,
    schedule: { startsAt: null, endsAt: null },
  }
}

/** What a test asks of the simulator itself. */
export async function control<T = unknown>(stack: Stack, path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<T> {
  const response = await fetch(`${stack.simulatorUrl}/__simulator/${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as T
}

/** Every webhook that was announced has arrived and been answered. */
export const delivered = (stack: Stack): Promise<unknown> =>
  until(async () => (await control<{ webhooks: number }>(stack, 'pending')).webhooks === 0)

/** Nothing that Encore received or planned is left to do, so its pages show what is true. */
export async function settled(stack: Stack): Promise<void> {
  await delivered(stack)
  let left: string[] = []
  const isDone = async () => {
    // The worker goes by the simulator's clock, the database does not.
    const { now } = await control<{ now: string }>(stack, 'clock')
    const rows = await query<{ job: string }>(
      stack.databases.app,
      `select t.identifier || coalesce(': ' || j.last_error, '') as job from graphile_worker._private_jobs j
       join graphile_worker._private_tasks t on t.id = j.task_id
       where j.attempts < j.max_attempts and j.run_at <= $1::timestamptz + interval '1 minute'`,
      [now],
    )
    left = rows.map(({ job }) => job)
    return left.length === 0
  }
  // What a first sync leaves to do takes a loaded machine more than twenty seconds.
  await until(isDone, { within: 60_000 }).catch(() => expect(left).toEqual([]))
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function idToken(shop: string): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    iss: `https://${shop}/admin`,
    dest: `https://${shop}`,
    aud: CLIENT_ID,
    sub: '42',
    exp: now + 60,
    nbf: now - 1,
    iat: now - 1,
    jti: randomUUID(),
    sid: randomUUID(),
  }
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`
  return `${signed}.${createHmac('sha256', CLIENT_SECRET).update(signed).digest('base64url')}`
}
