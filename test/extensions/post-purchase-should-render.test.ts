import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import type { ShopMetafield } from '#app/surfaces/contract.ts'
import { buildExtension } from './build.ts'
import { sandboxFor, stopSandboxes } from './post-purchase/page.ts'
import { inputData, offer, shopMetafield, TOKEN } from './post-purchase/purchase.ts'
import { type Answer, startServer } from './post-purchase/server.ts'

let built: Awaited<ReturnType<typeof buildExtension>>
beforeAll(async () => void (built = await buildExtension('post-purchase-offer')))
afterAll(async () => {
  await stopSandboxes()
  await built.remove()
})

async function shouldRender(
  answer: Answer,
  shop: Partial<ShopMetafield> | string | null = {},
  update = vi.fn(async (_: unknown) => undefined as void),
) {
  const server = await startServer({ offer: answer })
  onTestFinished(server.stop)
  const sandbox = await sandboxFor({ bundle: built.bundle })
  const patience = answer === 'silent' ? { limitMs: 100 } : {}
  const metafield = shop === null || typeof shop === 'string' ? shop : shopMetafield(server.url, { ...patience, ...shop })
  const verdict = await sandbox.shouldRender({ inputData: inputData(metafield), storage: { initialData: undefined, update } })
  return { render: verdict.render, stored: update.mock.calls[0]?.[0], server }
}

const offered = { show: true, placement: 'placement.signed', offer: offer() }

test('an offer is stored for the page, with one request that needs no preflight', async () => {
  const { render, stored, server } = await shouldRender(offered)
  expect({ render, stored }).toEqual({ render: true, stored: { url: server.url, offer: offered.offer, placement: 'placement.signed' } })
  expect(server.asked).toEqual([expect.objectContaining({ path: 'offer', body: { token: TOKEN } })])
  expect(server.asked[0]?.headers['content-type']).toBe('text/plain')
})

test.each<[string, Partial<ShopMetafield> | string | null]>([
  ['a shop without an active offer', { active: false, fallback: offer() }],
  ['a shop that the app has told nothing', null],
  ['a metafield that cannot be read', '{'],
])('%s asks nobody and shows nothing', async (_, shop) => {
  const { render, server } = await shouldRender(offered, shop)
  expect({ render, asked: server.paths() }).toEqual({ render: false, asked: [] })
})

test.each<[string, Answer, boolean]>([
  ['silent past the limit', 'silent', true],
  ['broken', 'broken', true],
  ['refusing the token', 'forbidden', false],
  ['deciding against an offer', { show: false }, false],
])('with a server %s the fallback shows: %s', async (_, answer, shown) => {
  const fallback = { ...offer(), offerId: 'prepared' }
  const { render, stored, server } = await shouldRender(answer, { fallback })
  expect({ render, stored }).toEqual({ render: shown, stored: shown ? { url: server.url, offer: fallback, placement: null } : undefined })
})

test.each<[string, Answer]>([
  ['silent', 'silent'],
  ['broken', 'broken'],
])('with a %s server and no fallback nothing shows', async (_, answer) =>
  expect(await shouldRender(answer)).toMatchObject({ render: false }),
)

test('an unreachable server is a silent one', async () => {
  expect(await shouldRender('silent', { url: 'http://127.0.0.1:1', fallback: offer() })).toMatchObject({ render: true })
})

test('what cannot be stored is not shown', async () => {
  const update = vi.fn(async (_: unknown) => Promise.reject(new Error('full')))
  expect(await shouldRender(offered, {}, update)).toMatchObject({ render: false })
})
