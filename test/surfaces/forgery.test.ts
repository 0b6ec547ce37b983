import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseForPhone, PRODUCTS } from './case-for-phone.ts'
import { claimsOf, openShop, purchaseClaims, SECRET, SHOP, sign, stage, tokenOf, type Stage } from './stage.ts'

const OTHER = 'other.myshopify.com'
const REF = 'mine'

let on: Stage
let token: string
let placement: string
let foreign: { ref: string; shop: string }
beforeAll(async () => {
  on = await stage('surfaces_forgery')
  await openShop(on, { products: PRODUCTS })
  await openShop(on, { shop: OTHER, products: PRODUCTS })
  await on.offers.createOffer(SHOP, caseForPhone, 'active')
  await on.offers.createOffer(OTHER, caseForPhone, 'active')
  const placed = async (spec: Parameters<typeof tokenOf>[0]) => (await on.post('offer', { token: tokenOf(spec) })).body.placement as string
  token = tokenOf({ referenceId: REF })
  placement = await placed({ referenceId: REF })
  foreign = { ref: await placed({ referenceId: 'hers' }), shop: await placed({ shop: OTHER, referenceId: REF }) }
  await on.surfaces.settled()
})
afterAll(() => on.close())

const rows = async () => [await on.db.placement.count(), await on.db.placementEvent.count(), await on.db.changeset.count()]
const claims = () => purchaseClaims({ referenceId: REF })
const flip = (jwt: string) => jwt.slice(0, -4) + (jwt.at(-4) === 'A' ? 'B' : 'A') + jwt.slice(-3)
const repack = (jwt: string, change: object) => {
  const [head, , signature] = jwt.split('.')
  return `${head}.${Buffer.from(JSON.stringify({ ...claimsOf(jwt), ...change })).toString('base64url')}.${signature}`
}

const BAD_TOKENS: [string, () => string, string][] = [
  ['not a token', () => 'x', 'malformed'],
  ['a flipped signature', () => flip(token), 'signature'],
  ['no signature', () => token.slice(0, token.lastIndexOf('.') + 1), 'signature'],
  ['changed claims', () => repack(token, { sub: 'hers' }), 'signature'],
  ['another secret', () => sign(claims(), 'shpss_another'), 'signature'],
  ['alg none', () => sign(claims(), SECRET, { alg: 'none' }), 'algorithm'],
  ['alg HS512', () => sign(claims(), SECRET, { alg: 'HS512' }), 'algorithm'],
  ['expired', () => sign({ ...claims(), exp: Math.floor(Date.now() / 1000) - 60 }), 'expired'],
  ['another issuer', () => sign({ ...claims(), iss: 'someone' }), 'claims'],
  ['another subject', () => sign({ ...claims(), sub: 'hers' }), 'other-subject'],
  [
    'a shop that is none of Shopify',
    () => sign({ ...claims(), input_data: { ...claims().input_data, shop: { domain: 'evil.example' } } }),
    'claims',
  ],
  ['our own placement as token', () => placement, 'signature'],
]

const bodies = () => ({
  offer: { token },
  accept: { token, placement, stepId: 'case' },
  outcome: { token, changesetId: '00000000-0000-4000-8000-000000000000', status: 'processed', errors: [] },
  event: { token, placement, stepId: 'case', kind: 'shown' },
})
type Path = keyof ReturnType<typeof bodies>
const PATHS: Path[] = ['offer', 'accept', 'outcome', 'event']

test.each(PATHS.flatMap((path) => BAD_TOKENS.map(([name, make, because]) => [path, name, make, because] as const)))(
  '%s with %s is refused and changes nothing',
  async (path, _, make, because) => {
    const before = await rows()
    const { status, body } = await on.post(path, { ...bodies()[path], token: make() })
    expect([status, body.because]).toEqual([401, because])
    expect(await rows()).toEqual(before)
  },
)

const CHOSEN = { token: 'x', placement: 'x', stepId: 'case' }

const MALFORMED: [Path, string, unknown, string][] = [
  ['offer', 'no token', {}, 'token'],
  ['offer', 'a token that is no text', { token: 7 }, 'token'],
  ['offer', 'a field too many', { token: 'x', discount: 90 }, 'discount'],
  [
    'accept',
    'changes of its own',
    { token: 'x', placement: 'x', stepId: 'case', changes: [{ type: 'add_variant', variantId: 11, quantity: 9 }] },
    'changes',
  ],
  ['accept', 'no step', { token: 'x', placement: 'x' }, 'stepId'],
  ['accept', 'a step that is no text', { token: 'x', placement: 'x', stepId: { $gt: '' } }, 'stepId'],
  ['accept', 'an empty step', { token: 'x', placement: 'x', stepId: '' }, 'stepId'],
  ['accept', 'a price in the choice', { ...CHOSEN, choice: [{ variantId: 21, quantity: 1, price: 0 }] }, 'price'],
  ['accept', 'a discount in the choice', { ...CHOSEN, choice: [{ variantId: 21, quantity: 1, discount: { value: 100 } }] }, 'discount'],
  ['accept', 'half a piece', { ...CHOSEN, choice: [{ variantId: 21, quantity: 0.5 }] }, 'choice.0.quantity'],
  ['accept', 'fewer than none', { ...CHOSEN, choice: [{ variantId: 21, quantity: -1 }] }, 'choice.0.quantity'],
  ['accept', 'a hundred', { ...CHOSEN, choice: [{ variantId: 21, quantity: 100 }] }, 'choice.0.quantity'],
  ['accept', 'a variant that is text', { ...CHOSEN, choice: [{ variantId: "21' or '1", quantity: 1 }] }, 'choice.0.variantId'],
  ['accept', 'an empty choice', { ...CHOSEN, choice: [] }, 'choice'],
  ['accept', 'a choice without end', { ...CHOSEN, choice: Array.from({ length: 6 }, () => ({ variantId: 21, quantity: 1 })) }, 'choice'],
  ['outcome', 'a changeset that is no uuid', { token: 'x', changesetId: '1 or 1=1', status: 'processed', errors: [] }, 'changesetId'],
  [
    'outcome',
    'a status that is none',
    { token: 'x', changesetId: '00000000-0000-4000-8000-000000000000', status: 'paid', errors: [] },
    'status',
  ],
  [
    'outcome',
    'errors that are no list',
    { token: 'x', changesetId: '00000000-0000-4000-8000-000000000000', status: 'processed', errors: 'x' },
    'errors',
  ],
  ['event', 'a kind that is none', { token: 'x', placement: 'x', stepId: 'case', kind: 'accepted' }, 'kind'],
  ['event', 'text', 'not json', 'body'],
]

test.each(MALFORMED)('%s with %s is malformed, and the field is named', async (path, _, body, field) => {
  const answer = await on.post(path, body)
  expect([answer.status, answer.body.field]).toEqual([400, field])
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
})

const BAD_PLACEMENTS: [string, () => object, string][] = [
  ['a flipped signature', () => ({ placement: flip(placement) }), 'placement-forged'],
  ['another offer in it', () => ({ placement: repack(placement, { offer: 'x' }) }), 'placement-forged'],
  ['another version in it', () => ({ placement: repack(placement, { version: 2 }) }), 'placement-forged'],
  ['a later end', () => ({ placement: repack(placement, { exp: 9e9 }) }), 'placement-forged'],
  ['claims signed with the client secret', () => ({ placement: sign(claimsOf(placement)) }), 'placement-forged'],
  ["the shopper's token as placement", () => ({ placement: token }), 'placement-forged'],
  ["another purchase's", () => ({ placement: foreign.ref }), 'other-purchase'],
  ["another shop's", () => ({ placement: foreign.shop }), 'other-purchase'],
  ['a step that does not exist', () => ({ stepId: 'everything-free' }), 'unknown-step'],
]

test.each(
  (['accept', 'event'] as const).flatMap((path) => BAD_PLACEMENTS.map(([name, change, because]) => [path, name, change, because] as const)),
)('%s with %s is refused, kept with its reason, and signs nothing', async (path, _, change, because) => {
  const before = await rows()
  const { status, body } = await on.post(path, { ...bodies()[path], ...change() })
  expect([status, body.ok, body.because, body.changeset]).toEqual([200, false, because, undefined])
  expect(await rows()).toEqual(before)
  expect(await on.db.refusal.count({ where: { shop: SHOP, referenceId: REF, request: path, reason: because } })).toBe(1)
})

test.each([
  ['a variant of another step', [{ variantId: 31, quantity: 1 }], 'choice-not-offered'],
  ['what she has bought', [{ variantId: 11, quantity: 1 }], 'choice-not-offered'],
  ['more than is offered', [{ variantId: 21, quantity: 99 }], 'quantity-not-offered'],
  [
    'the same twice',
    [
      { variantId: 21, quantity: 1 },
      { variantId: 21, quantity: 1 },
    ],
    'choice-not-offered',
  ],
])('a choice of %s is refused, kept with its reason, and signs nothing', async (_, choice, because) => {
  const before = await rows()
  expect((await on.post('accept', { ...bodies().accept, choice })).body).toMatchObject({ ok: false, because })
  expect(await rows()).toEqual(before)
  expect(await on.db.refusal.count({ where: { shop: SHOP, referenceId: REF, request: 'accept', reason: because } })).toBe(1)
})

test('a step that only the other way leads to is not signed', async () => {
  const { body } = await on.post('accept', { ...bodies().accept, stepId: 'film' })
  expect(body).toMatchObject({ ok: false, because: 'step-not-reachable' })
})

test("the outcome of another purchase's changeset is not taken", async () => {
  const signed = (await on.post('accept', bodies().accept)).body
  const hers = { ...bodies().outcome, token: tokenOf({ referenceId: 'hers' }), changesetId: signed.changesetId }
  expect((await on.post('outcome', hers)).body).toEqual({ ok: false, because: 'unknown-changeset' })
  expect(await on.db.changeset.findMany({ where: { id: signed.changesetId } })).toMatchObject([{ reported: null }])
})

test('a shop that has uninstalled is offered and signed nothing', async () => {
  const shopper = tokenOf({ shop: OTHER, referenceId: REF })
  await on.db.shop.update({ where: { shop: OTHER }, data: { state: 'uninstalled' } })
  expect((await on.post('offer', { token: shopper })).body).toEqual({ show: false })
  expect((await on.post('accept', { token: shopper, placement: foreign.shop, stepId: 'case' })).body).toMatchObject({
    ok: false,
    because: 'shop-not-installed',
  })
  expect(await on.db.changeset.count({ where: { shop: OTHER } })).toBe(0)
})

test('a preflight is answered, though none is needed', async () => {
  const response = await on.app.request('/surface/accept', { method: 'OPTIONS' })
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*'])
})
