import { expect, test } from 'vitest'
import { ok, refuse } from '#app/values/outcome.ts'

test('a success carries its value', () => expect(ok(5)).toEqual({ ok: true, value: 5 }))
test('a refusal carries its reason, and details only when there are some', () => {
  expect(refuse('sold-out')).toEqual({ ok: false, because: 'sold-out' })
  expect(refuse('sold-out', { variantId: '1' })).toEqual({ ok: false, because: 'sold-out', detail: { variantId: '1' } })
})
