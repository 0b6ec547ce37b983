import { rm } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { scene } from '../checkout/scene.ts'
import type { Scene } from '../checkout/scene.ts'
import { deliverParcel, fulfilOrder } from '../shop/fulfillments.ts'
import { ORDER_STATUS, THANK_YOU } from '../ui-extensions/api/pages.ts'
import { uiExtensionFolder } from '../ui-extensions/fixture.ts'
import { blocksAt, placedBlocks } from '../ui-extensions/placement.ts'

const FIELDS = `[extensions.settings]
[[extensions.settings.fields]]
key = "title"
type = "single_line_text_field"
name = "Title"
[[extensions.settings.fields]]
key = "loud"
type = "boolean"
[[extensions.settings.fields]]
key = "most"
type = "number_integer"
[[extensions.settings.fields]]
key = "tone"
type = "single_line_text_field"
[[extensions.settings.fields.validations]]
name = "choices"
value = '["calm", "warm"]'
`

let projectFolder: string
beforeAll(async () => void (projectFolder = await uiExtensionFolder({ body: 'return null', more: FIELDS })))
afterAll(() => rm(projectFolder, { recursive: true }))

const save = (on: Scene, form: Record<string, string>) =>
  on.ask('admin.localhost', '/store/test/settings/checkout/blocks', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ block: 'small', ...form }).toString(),
  })
const editor = async (on: Scene, query: Record<string, string>) =>
  (await on.ask('admin.localhost', `/store/test/settings/checkout/editor?${new URLSearchParams(query)}`)).text
const told = async (on: Scene) => (await on.ask('admin.localhost', '/__simulator/app-extensions?shop=test')).json

test('a block is placed page by page, with the merchant’s settings, and taken away again', async () => {
  await using on = await scene({ settings: { projectFolder } })
  expect(await editor(on, { page: 'thank-you', context: 'apps', app: on.simulator.app.clientId })).toContain('Not placed')
  expect(await blocksAt(on.simulator, on.shop, THANK_YOU)).toEqual([])
  await save(on, {
    page: 'thank-you',
    do: 'place',
    'setting:title': 'Thanks',
    'setting:loud': 'on',
    'setting:most': '3',
    'setting:tone': '',
  })
  expect(await placedBlocks(on.simulator, on.shop)).toEqual([
    { extension: 'small', target: THANK_YOU, settings: { title: 'Thanks', loud: true, most: 3 } },
  ])
  expect(await editor(on, { page: 'thank-you' })).toContain('On the page Thank you')
  expect(await editor(on, { page: 'order-status' })).toContain('Not placed')
  expect(await blocksAt(on.simulator, on.shop, ORDER_STATUS)).toEqual([])
  expect(await blocksAt(on.simulator, on.shop, THANK_YOU)).toHaveLength(1)
  await save(on, { page: 'thank-you', do: 'remove' })
  expect(await placedBlocks(on.simulator, on.shop)).toEqual([])
})

test('App Bridge tells the app which of its blocks are placed', async () => {
  await using on = await scene({ settings: { projectFolder } })
  expect(await told(on)).toContainEqual({ handle: 'small', type: 'ui_extension', activations: [] })
  await save(on, { page: 'order-status', do: 'place' })
  expect(await told(on)).toContainEqual({ handle: 'small', type: 'ui_extension', activations: [{ target: ORDER_STATUS }] })
})

test.each([
  ['a page that there is not', { page: 'profile' }, '501: the simulator’s checkout editor does not have the page profile'],
  ['another app', { page: 'thank-you', app: 'nobody' }, 'No app has the key nobody'],
])('the editor says what is wrong with a link: %s', async (_, query: Record<string, string>, words) => {
  await using on = await scene({ settings: { projectFolder } })
  expect(await editor(on, query)).toContain(words)
})

test('the order-status page follows the parcel', async () => {
  await using on = await scene()
  const order = await on.buy({ paymentMethod: 'apple_pay' })
  const state = async () => /<h1>(.*?)<\/h1>/.exec((await on.ask('test.localhost', `/orders/${order.token}`)).text)?.[1]
  expect(await state()).toBe('Being prepared')
  const sent = await fulfilOrder(on.simulator, on.shop, order.id)
  expect(await state()).toBe('On its way')
  if (sent !== 'held') await deliverParcel(on.simulator, on.shop, order.id, sent.fulfillments?.[0]?.id ?? 0)
  expect(await state()).toBe('Delivered')
})
