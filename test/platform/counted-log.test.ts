import { expect, test, vi } from 'vitest'
import { countedLog } from '#app/platform/counted-log.server.ts'
import { log } from '#app/platform/log.server.ts'

const slow = (id: number) => Object.assign(new Error(`Query ${id} took too long`), { code: '57014' })

/** What is logged, without the errors themselves. */
function logged() {
  const lines: object[] = []
  vi.spyOn(log, 'error').mockImplementation(((about: object, message: string) => void lines.push({ ...about, message })) as never)
  return () => lines.splice(0)
}

test('of what fails a thousand times the first is logged at once, and then how many more there were', () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const lines = logged()
  const failed = countedLog('a decision failed')
  const [first, other] = [slow(0), new Error('undefined is not a function')]
  failed(first, { shop: 'a' })
  expect(lines()).toEqual([{ err: first, shop: 'a', message: 'a decision failed' }])
  for (let id = 1; id <= 1_000; id += 1) failed(slow(id), { shop: 'b' })
  failed(other, { shop: 'b' })
  expect(lines()).toEqual([{ err: other, shop: 'b', message: 'a decision failed' }])
  vi.advanceTimersByTime(10_000)
  expect(lines()).toEqual([{ cause: '57014', count: 1_000, seconds: 10, message: 'a decision failed again' }])
  failed(slow(1_001), { shop: 'a' })
  vi.advanceTimersByTime(10_000)
  expect(lines()).toEqual([{ cause: '57014', count: 1, seconds: 10, message: 'a decision failed again' }])
  vi.advanceTimersByTime(20_000)
  expect(lines()).toEqual([])
  const later = slow(1_002)
  failed(later, { shop: 'a' })
  expect(lines()).toEqual([{ err: later, shop: 'a', message: 'a decision failed' }])
  vi.useRealTimers()
})
