import { expect, test } from 'vitest'
import { db } from '#app/platform/db.server.ts'
import { reviewLink } from '#app/reviews/collecting/link.server.ts'
import '#app/wiring.server.ts'
import { installed, SHOP, useDatabase } from '../../platform/world.ts'
import { insertOrder, insertRequest, visitProxy } from '../world.ts'

await useDatabase('going_back')
await installed()

test('a link that was sent before goes on: what she sends back comes last, and she may still say what she thinks of it', async () => {
  const id = await insertRequest(await insertOrder({ id: '9001', productIds: ['1', '2'] }), { productIds: ['1', '2'] })
  const link = new URL(await reviewLink(SHOP, id))
  const form = async () => {
    const { status, text } = await visitProxy(`write${link.search}`)
    const products = [...text.matchAll(/data-product="(\d+)"/g)].map(([, product]) => product)
    return [status, products, text.split('You are sending this back').length - 1]
  }
  expect(await form()).toEqual([200, ['1', '2'], 0])
  await db.returnLine.create({ data: { shop: SHOP, orderId: '9001', returnId: '5', lineId: '90011', status: 'open', quantity: 1 } })
  expect(await form()).toEqual([200, ['2', '1'], 1])
  await db.returnLine.deleteMany()
  expect(await form()).toEqual([200, ['1', '2'], 0])
})
