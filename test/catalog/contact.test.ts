import { expect, test } from 'vitest'
import { refreshCatalog } from '#app/catalog/mirror/refresh.server.ts'
import { useDatabase } from '#test/platform/world.ts'
import { customerNode, orderNode } from './nodes.ts'
import { deliver, orderPayload } from './payloads.ts'
import { at, order } from './reading.ts'
import { newShop, useSmallShopify } from './small-shopify.ts'

await useDatabase('order_contact')
const shopify = useSmallShopify()

const MIA = { email: 'mia@example.com', phone: '+491', firstName: 'Mia' }
const told = { customer: { id: '7', first_name: 'Mia', phone: null }, contact_email: MIA.email, email: MIA.email, phone: MIA.phone }
const NONE = { customer: { id: '7', first_name: null, phone: null }, contact_email: null, email: null, phone: null }

async function shopWithOrder(): Promise<string> {
  const shop = await newShop()
  await deliver(shop, 'orders/create', orderPayload(9, told), at(1))
  expect(await order(shop)).toMatchObject(MIA)
  return shop
}
const update = (shop: string, more: object, minute: number) =>
  deliver(shop, 'orders/updated', orderPayload(9, { ...more, updated_at: at(minute) }), at(minute))

test('what the merchant takes out of an order is not kept', async () => {
  const shop = await shopWithOrder()
  await update(shop, { ...told, contact_email: null, email: null }, 2)
  expect(await order(shop)).toMatchObject({ ...MIA, email: null })
  await update(shop, NONE, 3)
  expect(await order(shop)).toMatchObject({ email: null, phone: null, firstName: null })
  await update(shop, told, 4)
  expect(await order(shop)).toMatchObject(MIA)
})

test.each([
  ['an older webhook', NONE, 0],
  ['a webhook that says nothing of it', { customer: { id: '7' } }, 2],
  ['a webhook with the address under its other name', { ...told, contact_email: null }, 2],
  ['a webhook with the number at the customer', { ...told, phone: null, customer: { ...told.customer, phone: MIA.phone } }, 2],
])('%s takes nothing away', async (_, more, minute) => {
  const shop = await shopWithOrder()
  await update(shop, more, minute)
  expect(await order(shop)).toMatchObject(MIA)
})

test('what is read from Shopify tells nothing of it either', async () => {
  const shop = await shopWithOrder()
  shopify.put(customerNode(7), orderNode(9, { customerId: 7, updatedAt: at(5) }))
  await deliver(shop, 'orders/edited', { order_edit: { order_id: 9 } })
  await refreshCatalog({ shop })
  expect((await order(shop))?.updatedAt).toEqual(new Date(at(5)))
  expect(await order(shop)).toMatchObject(MIA)
})
