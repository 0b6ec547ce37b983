import { createHmac } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { openConnection, readConnection, saveKeys, setActive } from '#app/rewards/providers/connections.server.ts'
import type { ProviderName } from '#app/rewards/providers/provider.ts'
import { providers } from '#app/rewards/providers/providers.ts'
import { rehearsal } from '#app/rewards/providers/rehearsal.ts'
import { sign } from '#app/rewards/providers/sign.server.ts'
import { rows, SHOP, useDatabase } from '#test/platform/world.ts'
import { APPS } from '../../simulator/providers/apps.ts'
import { bodyOf, connected, letterOf, post } from './stage.ts'

await useDatabase('provider_endpoint')

const SIGNED = ['judgeme', 'okendo', 'stamped', 'fera', 'trustoo', 'loox', 'generic', 'flow'] as const
const TIMED = ['okendo', 'trustoo', 'generic', 'fera'] as const
const BARE = ['yotpo', 'reviewsio'] as const
const ALL = [...SIGNED, ...BARE]

const tokens = new Map<string, string>()
for (const provider of ALL) if (provider !== 'flow') tokens.set(provider, await connected(provider))
const tokenOf = (provider: string) => tokens.get(provider) ?? ''

let count = 500
const fresh = () => (count += 1)

const stored = (provider: string, body: string) =>
  rows<{ topic: string; state: string; jobs: number }>(
    `select topic, state, (select count(*)::int from graphile_worker.jobs where key = 'delivery:' || source || ':' || shop || ':' || d.id) as jobs
     from delivery d where source = $1 and shop = $2 and body = $3`,
    [provider, SHOP, body],
  )

test.each(ALL)('%s: what it sends is stored exactly as it came, with its job, and answered', async (provider) => {
  const body = bodyOf(provider, { id: fresh() }).replace(/^{/, '{"new_field":{"nobody":["knows",1]},')
  const answer = await post(letterOf(provider, tokenOf(provider), { body, deliveryId: `d-${count}` }))
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.body)).toEqual(provider === 'trustoo' ? { code: 0, message: 'success' } : { ok: true })
  expect(await stored(provider, body)).toEqual([{ topic: `reviews/${provider}`, state: 'waiting', jobs: 1 }])
})

test.each(ALL)('%s: the same delivery three times is answered three times and stored once', async (provider) => {
  const body = bodyOf(provider, { id: fresh() })
  const letter = letterOf(provider, tokenOf(provider), { body, deliveryId: `d-${count}` })
  expect((await Promise.all([post(letter), post(letter)])).map(({ status }) => status)).toEqual([200, 200])
  expect((await post(letter)).status).toBe(200)
  expect(await stored(provider, body)).toHaveLength(1)
})

test.each(SIGNED)(
  '%s: signed with another key, or not at all, it is refused, kept from the inbox and told to the merchant',
  async (provider) => {
    const body = bodyOf(provider, { id: fresh() })
    const secret = ['okendo', 'generic'].includes(provider) ? `whsec_${Buffer.from('guess').toString('base64')}` : 'guess'
    expect((await post(letterOf(provider, tokenOf(provider), { body, secret }))).status).toBe(401)
    if (provider !== 'flow') {
      expect(await readConnection(SHOP, provider)).toMatchObject({ refusedFor: 'wrong-signature', refusedAt: expect.any(Date) })
    }
    expect((await post({ provider, token: tokenOf(provider), body })).status).toBe(401)
    if (provider !== 'flow') expect(await readConnection(SHOP, provider)).toMatchObject({ refusedFor: 'unsigned' })
    expect(await stored(provider, body)).toEqual([])
  },
)

test.each(SIGNED.filter((name) => name !== 'fera' && name !== 'stamped'))(
  '%s: a body that was changed on its way is refused',
  async (provider) => {
    const body = bodyOf(provider, { id: fresh() })
    const letter = letterOf(provider, tokenOf(provider), { body })
    expect((await post({ ...letter, body: `${body} ` })).status).toBe(401)
  },
)

test.each(TIMED)('%s: what was signed long ago is a replay', async (provider) => {
  const body = bodyOf(provider, { id: fresh() })
  const hours = 3_600_000
  const answer = await post(letterOf(provider, tokenOf(provider), { body, signedAt: new Date(Date.now() - 2 * hours) }))
  expect([answer.status, JSON.parse(answer.body)]).toEqual([401, { error: 'too-old' }])
})

test.each(ALL)('%s: an event that comes days late is as good as any', async (provider) => {
  const body = bodyOf(provider, { id: fresh(), writtenAt: '2026-10-01T08:00:00.000Z' })
  expect((await post(letterOf(provider, tokenOf(provider), { body, deliveryId: `late-${count}` }))).status).toBe(200)
})

test.each(ALL)('%s: a test of the merchant’s own goes through its door, signed with the key that she pasted', async (provider) => {
  const seal = providers[provider].seal
  const secret = provider === 'flow' ? process.env['SHOPIFY_API_SECRET'] : (await readConnection(SHOP, provider))?.secret
  const { header = null, encoding = null } = (await readConnection(SHOP, provider)) ?? {}
  const body = JSON.stringify(rehearsal(`t-${fresh()}`, SHOP))
  const signed = await sign(seal, body, { shop: SHOP, secret: secret ?? null, header, encoding: encoding as 'hex' | null }, new Date())
  expect((await post({ provider, token: tokenOf(provider), body, ...signed })).status).toBe(200)
  expect(await stored(provider, body)).toMatchObject([{ state: 'waiting', jobs: 1 }])
})

test('Fera tries an address out with an empty body, and the merchant sees that it works', async () => {
  expect((await post(letterOf('fera', tokenOf('fera'), { body: '' }))).status).toBe(200)
  expect(await readConnection(SHOP, 'fera')).toMatchObject({ lastEventAt: expect.any(Date) })
  expect((await post(letterOf('fera', tokenOf('fera'), { body: '', secret: 'guess' }))).status).toBe(401)
})

test.each([
  ['no JSON', '<html>'],
  ['no object', '7'],
  ['nothing', ''],
  ['a zero byte', '{"a":"\0"}'],
  ['no text', Buffer.from([0x7b, 0xff, 0x7d])],
])('a body of %s is malformed', async (_, body) => {
  const letter = letterOf('judgeme', tokenOf('judgeme'), { body: body as string })
  expect((await post({ ...letter, ...(typeof body !== 'string' && (await signedBytes(body))) })).status).toBe(400)
})
const signedBytes = async (body: Buffer) => {
  return { headers: { 'JUDGEME-HMAC-SHA256': createHmac('sha256', APPS['judgeme']!.keys(SHOP).secret!).update(body).digest('hex') } }
}

test('more than 256 KB is too much', async () => {
  const body = JSON.stringify({ text: 'x'.repeat(256 * 1024) })
  expect((await post(letterOf('judgeme', tokenOf('judgeme'), { body }))).status).toBe(413)
})

test('an address that does not exist, or is of another provider, is nobody’s', async () => {
  const body = bodyOf('judgeme')
  const letter = letterOf('judgeme', tokenOf('judgeme'), { body })
  for (const wrong of [{ token: 'A'.repeat(32) }, { provider: 'okendo' }, { provider: 'nobody' }, { provider: 'shopify' }, { token: '' }]) {
    expect((await post({ ...letter, ...wrong })).status).toBe(404)
  }
  expect((await post({ ...letter, method: 'PUT' })).status).toBe(405)
})

test('without the key nothing can be checked, and the merchant is told that it is missing', async () => {
  const shop = 'keyless.myshopify.com'
  await openConnection(shop, 'judgeme')
  const { token } = (await readConnection(shop, 'judgeme'))!
  expect((await post(letterOf('judgeme', token, { body: bodyOf('judgeme') }))).status).toBe(401)
  expect(await readConnection(shop, 'judgeme')).toMatchObject({ refusedFor: 'no-key' })
  await saveKeys(shop, 'judgeme', { secret: 'late' })
  expect((await post(letterOf('judgeme', token, { body: bodyOf('judgeme'), secret: 'late' }))).status).toBe(200)
  expect(await readConnection(shop, 'judgeme')).toMatchObject({ refusedFor: null })
})

test('disconnected, the address is gone; undone, it is the same again; connected anew, it is another', async () => {
  const shop = 'leaving.myshopify.com'
  const token = await connected('judgeme' satisfies ProviderName, shop)
  const send = async (to = token) => (await post(letterOf('judgeme', to, { body: bodyOf('judgeme', { id: fresh() }), secret: key }))).status
  const key = (await readConnection(shop, 'judgeme'))!.secret!
  expect(await send()).toBe(200)
  await setActive(shop, 'judgeme', false)
  await expect.poll(() => send()).toBe(404)
  await setActive(shop, 'judgeme', true)
  await expect.poll(() => send()).toBe(200)
  await setActive(shop, 'judgeme', false)
  await openConnection(shop, 'judgeme')
  expect((await readConnection(shop, 'judgeme'))!.token).not.toBe(token)
})

test('Stamped’s and Fera’s event of another shop is refused', async () => {
  const other = { domain: 'noor.myshopify.com', id: 7 }
  for (const provider of ['stamped', 'fera'] as const) {
    const body = bodyOf(provider)
    const secret = APPS[provider]!.keys(SHOP).secret!
    const sealed = APPS[provider]!.seal({ body, secret, shop: other, event: 'created', deliveryId: 'd', now: new Date() })
    expect((await post({ provider, token: tokenOf(provider), body, ...sealed })).status).toBe(401)
    expect(await readConnection(SHOP, provider)).toMatchObject({ refusedFor: 'another-shop' })
  }
})

test('what the specification’s own library signs is taken', async () => {
  const body = bodyOf('generic', { id: fresh() })
  const signedAt = new Date()
  const signature = new Webhook(APPS['generic']!.keys(SHOP).secret!).sign('msg_1', signedAt, body)
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(signedAt.getTime() / 1_000)),
    'webhook-signature': signature,
  }
  expect((await post({ provider: 'generic', token: tokenOf('generic'), body, headers })).status).toBe(200)
})
