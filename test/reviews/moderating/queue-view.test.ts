import { expect, test } from 'vitest'
import { queueRows } from '#app/reviews/moderating/queue-view.ts'

test('a name and a title of any length leave room for the rest of the list', () => {
  const plain = { id: 'r', productId: '1', rating: 5, body: 'Good', verified: false, incentive: null, state: 'published', reply: null }
  const rest = { heldFor: null, hiddenFor: null, featured: false, edited: false, submittedAt: new Date(0), media: [] }
  const [row] = queueRows([{ ...plain, ...rest, title: 'T'.repeat(5_000), author: 'A'.repeat(5_000) }], {}, 'UTC')
  expect([row?.title.length, row?.author.length]).toEqual([120, 60])
})
