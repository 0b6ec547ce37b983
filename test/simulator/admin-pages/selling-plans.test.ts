import { expect, test } from 'vitest'
import { scene, type Scene } from '../checkout/scene.ts'
import { byPlan } from '../checkout/plan.ts'
import { until } from '../stage.ts'
import { pending } from '../webhooks/log.ts'

const post = (on: Scene, path: string, fields: Record<string, string>) =>
  on.ask('admin.localhost', `/store/test/selling-plans${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })
const shown = async (on: Scene) => (await on.ask('admin.localhost', '/store/test/selling-plans')).text
const plansOf = async (on: Scene, id: number) => (await on.simulator.store.get('test.myshopify.com', 'product', id))?.sellingPlans ?? []
const monthly = (on: Scene, edit: object = {}) => ({
  group: 'Coffee club',
  name: 'Every month',
  kind: 'PERCENTAGE',
  value: '15',
  laterKind: '',
  products: String(on.case.id),
  ...edit,
})

test('a plan made by hand is sold with its product, listed, and gone with its group', async () => {
  await using on = await scene()
  expect((await post(on, '', monthly(on))).headers['location']).toMatch(/\/selling-plans$/)
  const [plan] = await plansOf(on, on.case.id)
  expect(plan).toMatchObject({ group: 'Coffee club', name: 'Every month', pricingPolicies: [{ afterCycle: null, percentage: 15 }] })
  expect(await shown(on)).toMatch(/Coffee club[^]*Every month[^]*15 % off[^]*Sold with Case/)
  await post(on, `/${plan?.groupId}/remove`, {})
  expect(await plansOf(on, on.case.id)).toEqual([])
  expect(await shown(on)).not.toContain('Coffee club')
})

test.each([
  ['with each delivery', {}, { delivery: { interval: 'MONTH', intervalCount: 1 } }, 'with each delivery'],
  [
    'ahead, for three',
    { interval: 'WEEK', every: '2', paid: 'ahead', ahead: '3' },
    { delivery: { interval: 'WEEK', intervalCount: 2 }, billing: { interval: 'WEEK', intervalCount: 6 } },
    'ahead, every 6 weeks',
  ],
  [
    'in part now',
    { paid: 'fixed' },
    { delivery: { interval: 'MONTH', intervalCount: 1 }, billing: 'fixed' },
    'in part now, the rest later',
  ],
])('a plan is paid %s', async (_, edit, made, said) => {
  await using on = await scene()
  await post(on, '', monthly(on, edit))
  const [plan] = await plansOf(on, on.case.id)
  expect(plan).toMatchObject(made)
  expect(plan && 'billing' in plan).toBe('billing' in made)
  expect(await shown(on)).toContain(said)
})

test('all plans of a group go with all of its products', async () => {
  await using on = await scene()
  await post(on, '', monthly(on))
  await post(on, '', monthly(on, { name: 'Every year', products: String(on.phone.id) }))
  const [first, second] = [await plansOf(on, on.case.id), await plansOf(on, on.phone.id)]
  expect(second.map(({ name }) => name)).toEqual(['Every month', 'Every year'])
  expect(first).toEqual(second)
  expect(new Set(first.map(({ groupId }) => groupId)).size).toBe(1)
})

test('the app hears of a group that came, changed and went', async () => {
  await using on = await scene()
  const told = async (deed: Promise<unknown>) => {
    on.received.length = 0
    await deed
    await until(async () => (await pending(on.simulator)) === 0)
    return on.received.map(({ headers, body }) => [headers['x-shopify-topic'], JSON.parse(body).name])
  }
  expect(await told(post(on, '', monthly(on)))).toEqual([['selling_plan_groups/create', 'Coffee club']])
  expect(await told(post(on, '', monthly(on, { name: 'Every year' })))).toEqual([['selling_plan_groups/update', 'Coffee club']])
  const [plan] = await plansOf(on, on.case.id)
  expect(await told(post(on, `/${plan?.groupId}/remove`, {}))).toEqual([['selling_plan_groups/delete', 'Coffee club']])
})

test.each([
  ['a percentage', { kind: 'PERCENTAGE', value: '10' }, 1_800],
  ['an amount', { kind: 'FIXED_AMOUNT', value: '2.50' }, 1_750],
  ['a price', { kind: 'PRICE', value: '9.99' }, 999],
  ['another price from the start', { laterKind: 'PRICE', laterValue: '5', afterCycle: '0' }, 500],
  ['another price later', { value: '50', laterKind: 'PERCENTAGE', laterValue: '5', afterCycle: '3' }, 1_000],
])('%s is what the first delivery costs', async (_, edit, costs) => {
  await using on = await scene()
  await post(on, '', monthly(on, edit))
  const [plan] = await plansOf(on, on.case.id)
  expect(plan && byPlan(2_000, plan, 'EUR')).toBe(costs)
})

test.each([
  ['without a product', { products: '' }],
  ['without a name', { name: ' ' }],
  ['of more than all', { value: '101' }],
  ['at no number', { value: 'much' }],
  ['paid ahead for one delivery', { paid: 'ahead', ahead: '1' }],
  ['delivered never', { every: '0' }],
  ['delivered at no known rhythm', { interval: 'MOON' }],
])('a plan %s is refused, and says so', async (_, edit) => {
  await using on = await scene()
  const fields = Object.entries(monthly(on, edit)).filter(([name, value]) => name !== 'products' || value !== '')
  expect((await post(on, '', Object.fromEntries(fields))).headers['location']).toContain('problem=')
  expect(await plansOf(on, on.case.id)).toEqual([])
})
