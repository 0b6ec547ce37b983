import { expect, test } from 'vitest'
import { formView } from '#app/reviews/collecting/form-view.ts'

const promise = { lines: ['10 % off'], conditions: [] }
const good = (id: string) => ({ id, title: `Product ${id}`, imageUrl: null })
const review = (productId: string) => ({
  productId,
  version: 1,
  rating: 3,
  title: '',
  body: 'Heavy.',
  author: 'Ada',
  recommends: null,
  answers: [],
  submittedAt: new Date('2026-11-02T10:00:00Z'),
  media: [],
})

test.each([
  ['nothing', [], promise],
  ['one of two', ['1'], promise],
  ['everything', ['1', '2'], null],
])('who has written of %s is promised no more than is still to be had', (_, written, told) => {
  const asked = { action: '/write', token: 'token', productId: null, rating: null }
  const visit = {
    language: 'en' as const,
    timeZone: 'UTC',
    writer: { kind: 'order' },
    order: { firstName: 'Ada' },
    goods: [good('1'), good('2')],
    gone: [],
    known: new Map(written.map((id) => [id, review(id)])),
    settings: { questions: [] },
    pass: { token: 'pass' },
    promise,
  }
  expect(formView(asked, visit, null, []).promise).toEqual(told)
})
