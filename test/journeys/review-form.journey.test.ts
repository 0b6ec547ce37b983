import { AxeBuilder } from '@axe-core/playwright'
import sharp from 'sharp'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { scene } from '../support/scene.ts'
import { callEncore, findProduct, installEncore, query, settled, until } from './people.ts'
import { askedFor, storedReviews, type Asked } from './reviewers.ts'

const world = scene('review form')
const PHONE = 'Lumen 9, Graphite'
const CASE = 'Leather case, Black'
const contexts: BrowserContext[] = []
afterAll(() => Promise.all(contexts.map((context) => context.close())))
let asked: Asked

/** The smallest phone that we promise anything to. */
async function phone(wishes: { javaScriptEnabled?: boolean; locale?: string } = {}): Promise<Page> {
  const context = await world.browser.newContext({ viewport: { width: 360, height: 740 }, ...wishes })
  contexts.push(context)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

const goodOf = (page: Page, name: string) => page.getByRole('region', { name })
const send = (page: Page) => page.getByRole('button', { name: 'Send review' }).click()
const widest = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth)
const pictures = process.env['PICTURES']
const show = async (page: Page, name: string) =>
  void (pictures && (await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })))

/** What she sends arrives; what the server answers does not. Only the browser knows `*.localhost`, so it is sent on by address. */
const loseAnswers = (page: Page) =>
  page.route(/write/, async (route) => {
    const asked = route.request()
    if (asked.method() !== 'POST') return route.continue()
    const { host, port, pathname, search } = new URL(asked.url())
    await route.fetch({ url: `http://127.0.0.1:${port}${pathname}${search}`, headers: { ...asked.headers(), host } })
    return route.abort('connectionreset')
  })

/** As a phone takes it: lying on its side, with the place where it was taken. */
const photo = () =>
  sharp({ create: { width: 800, height: 400, channels: 3, background: '#8a5' } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD3: { GPSLatitude: '52/1 31/1 0/1', GPSLongitude: '13/1 24/1 0/1' } })
    .jpeg()
    .toBuffer()

test('without JavaScript she rates, forgets her words, and finds what she typed again', async () => {
  const merchant = await world.person()
  await installEncore(world.stack, merchant.page)
  const other = await findProduct(world.stack, 'aurora', CASE)
  asked = await askedFor(world.stack, merchant.page, { product: PHONE }, 'en', [String(other.id)])
  const page = await phone({ javaScriptEnabled: false })
  await page.goto(asked.address)
  await show(page, 'form')
  const good = goodOf(page, PHONE)
  await good.getByRole('radio', { name: '3 stars: average' }).check({ force: true })
  await page.getByLabel('Name shown').fill('Ada')
  await send(page)
  await page.getByRole('alert').getByRole('link', { name: 'Write a few words.' }).waitFor()
  await show(page, 'form-refused')
  expect(await good.getByRole('radio', { name: '3 stars: average' }).isChecked()).toBe(true)
  expect(await page.getByLabel('Name shown').inputValue()).toBe('Ada')
  await good.getByLabel('Your review').fill('It does what it should. It is a little heavy.')
  await good.getByLabel('Photos').setInputFiles({ name: 'side.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await send(page)
  await page.getByRole('heading', { name: 'Thank you for your review' }).waitFor()
  await show(page, 'thanks')
  expect(await storedReviews(world.stack)).toMatchObject([{ rating: 3, state: 'published', verified: true, version: 1 }])
})

test('her photo stands upright in the shop’s own files, and tells no place', async () => {
  await settled(world.stack)
  const { url } = await until(async () => {
    const [media] = await query<{ url: string; state: string }>(
      world.stack.databases.app,
      `select url, state from review_media where state = 'stored'`,
    )
    return media
  })
  const bytes = await (await (await phone()).goto(url))?.body()
  const { width, height, exif, format } = await sharp(bytes).metadata()
  expect({ width, height, exif, format }).toEqual({ width: 400, height: 800, exif: undefined, format: 'webp' })
  expect(await query(world.stack.databases.app, 'select body from review_media where body is not null')).toEqual([])
})

test('she comes back, sees what she wrote, and changes it', async () => {
  const page = await phone()
  await page.goto(asked.address)
  const good = goodOf(page, PHONE)
  expect(await good.getByLabel('Your review').inputValue()).toContain('a little heavy')
  await good.getByRole('img', { name: 'Picture 1' }).waitFor()
  await show(page, 'form-again')
  await good.getByLabel('Your review').fill('It broke after a week.')
  await good.locator('.stars label').nth(1).click()
  await send(page)
  await page.getByRole('heading', { name: 'Thank you for your review' }).waitFor()
  expect(await storedReviews(world.stack)).toMatchObject([{ rating: 2, body: 'It broke after a week.', version: 2 }])
  const before = await query<{ rating: number; by: string }>(world.stack.databases.app, 'select rating, by from review_version')
  expect(before).toEqual([{ rating: 3, by: 'shopper' }])
})

test('at 360 px nothing scrolls sideways, and no rule of accessibility is broken', async () => {
  const page = await phone()
  await page.goto(asked.address)
  for (const summary of await page.locator('summary').all()) if (!(await summary.locator('..').getAttribute('open'))) await summary.click()
  await page
    .locator('h2')
    .first()
    .evaluate((title) => void (title.textContent = 'Lederhüllenpflegeset'.repeat(4)))
  expect(await widest(page)).toBeLessThanOrEqual(360)
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual([])
})

test('by keyboard alone she rates a second product; what she types survives a lost page', async () => {
  const page = await phone()
  await page.goto(asked.address)
  const good = goodOf(page, CASE)
  const [first] = await good.getByRole('radio').all()
  await first?.focus()
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowRight')
  expect(await good.getByRole('radio', { name: '4 stars: good' }).isChecked()).toBe(true)
  await good.getByLabel('Your review').focus()
  await page.keyboard.type('Soft, and it smells of leather.')
  await page.reload()
  expect(await good.getByLabel('Your review').inputValue()).toBe('Soft, and it smells of leather.')
  // A star that she chooses in her mail meanwhile is newer than what she had begun.
  await page.goto(`${asked.address}&product=${asked.productIds.at(-1)}&rating=5`)
  await expect.poll(() => good.getByLabel('Your review').inputValue()).toBe('Soft, and it smells of leather.')
  expect(await good.getByRole('radio', { name: /^5 stars/ }).isChecked()).toBe(true)
  // Nothing answers any more, and then the phone knows it too.
  const left = page.waitForRequest((request) => request.method() === 'POST')
  await page.route(/write/, (route) => (route.request().method() === 'POST' ? undefined : route.continue()))
  await send(page)
  await left
  await page.context().setOffline(true)
  await page.getByRole('alert').getByText('could not be sent').waitFor()
})

test('cut off while it is sent, once on the way there and once on the way back, it is one review with its photo', async () => {
  const page = await phone()
  await page.goto(asked.address)
  const good = goodOf(page, CASE)
  await good.locator('.stars label').nth(3).click()
  await good.getByLabel('Your review').fill('Soft, and it smells of leather.')
  await good.getByLabel('Photos').setInputFiles({ name: 'soft.jpg', mimeType: 'image/jpeg', buffer: await photo() })
  await page.route(/write/, (route) => (route.request().method() === 'POST' ? route.abort('connectionreset') : route.continue()))
  await send(page)
  await page.getByRole('alert').getByText('could not be sent').waitFor()
  await show(page, 'form-unsent')
  await page.close()

  const later = await page.context().newPage()
  await later.goto(asked.address)
  await goodOf(later, CASE).getByRole('img', { name: 'soft.jpg' }).waitFor()
  expect(await goodOf(later, CASE).getByLabel('Your review').inputValue()).toBe('Soft, and it smells of leather.')
  await loseAnswers(later)
  await later.getByRole('button', { name: 'Send again' }).click()
  await expect.poll(async () => (await storedReviews(world.stack)).map(({ rating }) => rating)).toEqual([2, 4])
  await later.getByRole('alert').getByText('could not be sent').waitFor()

  await later.unrouteAll()
  await later.getByRole('button', { name: 'Send again' }).click()
  await later.getByRole('heading', { name: 'Thank you for your review' }).waitFor()
  const stored = await storedReviews(world.stack)
  expect(stored).toMatchObject([{ rating: 2 }, { rating: 4, version: 1 }])
  expect(await query(world.stack.databases.app, 'select kind from review_media where review_id = $1', [stored[1]?.id])).toHaveLength(1)
  await later.goto(asked.address)
  expect(await later.getByRole('button', { name: 'Send again' }).count()).toBe(0)
})

test('what she sends from another device is not undone by what she had begun on the first', async () => {
  const [one, other] = [await phone(), await phone()]
  for (const [page, text] of [
    [one, 'Begun on the one.'],
    [other, 'Sent from the other.'],
  ] as const) {
    await page.goto(asked.address)
    await goodOf(page, CASE).getByLabel('Your review').fill(text)
  }
  await one.close()
  await other.getByRole('button', { name: 'Save changes' }).click()
  await other.getByRole('heading', { name: 'Thank you for your review' }).waitFor()
  const again = await one.context().newPage()
  await again.goto(asked.address)
  expect(await goodOf(again, CASE).getByLabel('Your review').inputValue()).toBe('Sent from the other.')
})

test('a visitor whom nobody knows but by her page is one shopper, though she sends it from another page of the form', async () => {
  const form = { writers: 'anyone', holding: 'spam', holdUpTo: 2, questions: [] }
  expect((await callEncore(world.stack, 'aurora', '/reviews/collecting', { form, opened: null })).status).toBe(200)
  const page = await phone()
  const address = `${asked.address.replace(/\?.*/, '')}?product=${asked.productIds[0]}`
  await page.goto(address)
  await page.locator('.stars label').nth(0).click()
  await page.getByLabel('Your review').fill('I have only seen it in the shop.')
  await page.getByLabel('E-mail').fill('nobody@example.com')
  await loseAnswers(page)
  await send(page)
  await page.getByRole('alert').getByText('could not be sent').waitFor()
  await page.unrouteAll()
  await page.goto(address)
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.getByRole('heading', { name: 'Thank you for your review' }).waitFor()
  expect((await storedReviews(world.stack)).filter(({ rating }) => rating === 1)).toMatchObject([{ version: 1 }])
})

test('what is no photo is refused beside its field, and her text stays', async () => {
  const page = await phone({ javaScriptEnabled: false })
  await page.goto(asked.address)
  const good = goodOf(page, PHONE)
  await good.getByLabel('Photos').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await good.getByText('A photo could not be read').waitFor()
  expect(await good.getByLabel('Your review').inputValue()).toBe('It broke after a week.')
})

test('in Arabic everything runs from right to left', async () => {
  const merchant = await world.person()
  const arabic = await askedFor(world.stack, merchant.page, { product: PHONE, language: 'ar' }, 'ar')
  const page = await phone()
  await page.goto(arabic.address)
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await page.getByRole('button', { name: 'Send review' }).count()).toBe(0)
  const [one, five] = await Promise.all([0, 4].map((n) => page.locator('.stars label').nth(n).boundingBox()))
  expect(one?.x ?? 0).toBeGreaterThan(five?.x ?? 0)
  expect(await widest(page)).toBeLessThanOrEqual(360)
  await show(page, 'form-arabic')
  await page.locator('.stars label').nth(4).click()
  await page.locator('textarea').fill('هاتف جيد جدًا')
  await page.locator('form button').last().click()
  await page.waitForURL(/\/write/)
  await expect.poll(async () => (await storedReviews(world.stack)).length).toBe(4)
})

test.each([
  ['forged', (address: string) => address.replace(/\.[^.]*$/, '.forged'), 'This link does not work'],
  ['of nobody', (address: string) => address.replace(/\?.*/, ''), 'Reviews are by invitation'],
])('a link that is %s gets a kind page', async (_, edit, heading) => {
  const page = await phone()
  await page.goto(edit(asked.address))
  await page.getByRole('heading', { name: heading }).waitFor()
})
