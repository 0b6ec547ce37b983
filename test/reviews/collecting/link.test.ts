import { beforeAll, expect, test, vi } from 'vitest'
import { newPass, readLink, readPass, reviewLink } from '#app/reviews/collecting/link.server.ts'
import { isInsider } from '#app/reviews/insider.ts'
import { DAYS, later, MINUTES } from '#app/values/time.ts'

beforeAll(() => {
  vi.stubEnv('SHOPIFY_API_KEY', 'key').stubEnv('SHOPIFY_API_SECRET', 'secret').stubEnv('SHOPIFY_APP_URL', 'https://app.test')
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/none')
})

const SENT = new Date('2026-11-01T10:00:00Z')
const SHOP = 'aurora.myshopify.com'
const tokenOf = (link: string) => new URL(link).searchParams.get('t') ?? ''
const sent = async () => tokenOf(await reviewLink(SHOP, 'request-1', SENT))

test.each([
  ['at once', 0, { ok: true, value: { requestId: 'request-1' } }],
  ['on its last day', 45 * DAYS - MINUTES, { ok: true }],
  ['after 45 days', 45 * DAYS + MINUTES, { ok: false, because: 'expired' }],
])('a link read %s', async (_, after, told) => expect(await readLink(SHOP, await sent(), later(SENT, after))).toMatchObject(told))

test.each<[string, (token: string) => string, string?]>([
  ['another shop’s', (token) => token, 'noor.myshopify.com'],
  ['with other words in it', (token) => token.replace(/\.(.)/, (_, letter: string) => `.${letter === 'e' ? 'f' : 'e'}`)],
  ['without its signature', (token) => token.replace(/\.[^.]*$/, '.')],
  ['signed by nobody', (token) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`],
  ['half of it', (token) => token.slice(0, 20)],
  ['nothing', () => ''],
])('a link %s is forged', async (_, edit, shop = SHOP) =>
  expect(await readLink(shop, edit(await sent()), SENT)).toMatchObject({ ok: false, because: 'forged' }),
)

test('a page’s pass is no link, and a link is no pass', async () => {
  const pass = await newPass(SHOP, SENT)
  expect(await readLink(SHOP, pass, SENT)).toMatchObject({ ok: false, because: 'forged' })
  expect(await readPass(SHOP, await sent(), SENT)).toMatchObject({ ok: false, because: 'forged' })
  expect(await readPass(SHOP, pass, SENT)).toMatchObject({ ok: true, value: { issuedAt: SENT } })
})

const insiders = { emails: ['Owner@gmail.com', 'staff@else.example'], hosts: ['www.aurora.example', 'aurora.myshopify.com'] }
test.each([
  ['a customer', 'ada@example.com', false],
  ['the owner', 'owner@gmail.com', true],
  ['another with the same provider', 'ada@gmail.com', false],
  ['staff elsewhere', 'staff@else.example', true],
  ['anybody at the shop', 'lena@aurora.example', true],
  ['anybody at a part of it', 'lena@mail.aurora.example', true],
  ['a name that only ends alike', 'lena@notaurora.example', false],
  ['nobody', null, false],
])('%s is an insider: %s', (_, email, told) => expect(isInsider(email, insiders)).toBe(told))
