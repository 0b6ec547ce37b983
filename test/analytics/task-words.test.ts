import { expect, test } from 'vitest'
import { TASKS, taskSaid } from '#app/analytics/task-words.ts'
import { jobs } from '#app/wiring.server.ts'

test('every task has a name that a merchant understands, and no other has', () =>
  expect(Object.keys(TASKS).sort()).toEqual(Object.keys(jobs).sort()))

test.each([
  ['send-message', 1, 'Sending e-mails and text messages'],
  ['send-message', 5, '5 × Sending e-mails and text messages'],
  ['gone-since', 2, '2 × gone-since'],
])('%s, %i of them', (name, count, said) => expect(taskSaid(name, count)).toBe(said))
