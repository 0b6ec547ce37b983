import { expect, test } from 'vitest'
import { z } from 'zod'
import { readJson, whole } from '#app/platform/json.server.ts'

const Settings = z.object({ hours: z.number().int().default(72), on: z.boolean().default(true) })
const request = (body: string) => new Request('https://encore.test', { method: 'POST', body })
const refusal = (work: Promise<unknown>) =>
  work.then(
    (value) => value,
    ({ data, init }) => [init.status, data.fields ?? data.error],
  )

test.each([
  ['all of its fields', '{"hours":3,"on":false}', { hours: 3, on: false }],
  ['a field left out', '{"hours":3}', [422, { on: 'missing' }]],
  ['none of its fields', '{"a":1}', [422, { hours: 'missing', on: 'missing' }]],
  ['a field too many', '{"hours":3,"on":true,"a":1}', [422, { '': 'Unrecognized key: "a"' }]],
  ['a wrong value', '{"hours":"3","on":true}', [422, { hours: 'Invalid input: expected number, received string' }]],
  ['nothing of the kind', '7', [422, { hours: 'missing', on: 'missing' }]],
  ['no JSON', '{', [400, 'The request is not JSON.']],
  ['what the database cannot keep', '{"hours":3,"on":true,"a":"\\u0000"}', [422, 'The request holds a NUL character.']],
])('of a form that sends everything: %s', async (_, body, expected) => {
  expect(await refusal(readJson(request(body), whole(Settings)))).toEqual(expected)
})

test('of other requests, what is left out takes its default', async () => {
  expect(await readJson(request('{}'), Settings)).toEqual({ hours: 72, on: true })
})
