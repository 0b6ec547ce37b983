import { describe, expect, test } from 'vitest'
import { answerFailure, noteFailure, withTrueStatus } from '../../app/platform/failures.server.ts'
import { isOutage } from '../../app/platform/outage.ts'

const failure = (fields: object) => Object.assign(new Error('x'), fields)

test.each([
  ['a database that is not there', failure({ code: 'ECONNREFUSED' }), true],
  ['a pool without a connection to spare', new Error('timeout exceeded when trying to connect'), true],
  ['a connection that broke', new Error('Connection terminated unexpectedly'), true],
  ['a database too slow to answer', new Error('Query read timeout'), true],
  ['a database that restarts', failure({ code: '57P01' }), true],
  ['a transaction that found no connection', failure({ code: 'P2028' }), true],
  [
    'a raw query, whose code says nothing',
    failure({ code: 'P2010', meta: { driverAdapterError: { cause: { kind: 'DatabaseNotReachable' } } } }),
    true,
  ],
  ['what another error was thrown for', new Error('x', { cause: failure({ code: 'ECONNRESET' }) }), true],
  ['a mistake of ours', new TypeError('undefined is not a function'), false],
  ['a key that is taken', failure({ code: 'P2002' }), false],
  ['what is no error at all', 'ECONNREFUSED', false],
])('%s', (_, error, outage) => expect(isOutage(error)).toBe(outage))

describe('a request that failed', () => {
  const request = () => new Request('https://encore.example/offers/new.data', { method: 'POST' })
  const answered = (error: unknown, status = 500) => {
    const asked = request()
    noteFailure(asked, error)
    return withTrueStatus(asked, new Response('kept', { status, headers: { 'x-remix-response': 'yes' } }))
  }

  test('is told to come again when the database could not be reached, and keeps its body', async () => {
    const response = answered(failure({ code: 'P1001' }))
    expect([response.status, response.headers.get('retry-after'), response.headers.get('x-remix-response')]).toEqual([503, '5', 'yes'])
    expect(await response.text()).toBe('kept')
  })

  test('is our fault otherwise, and what was answered well stays so', () => {
    expect(answered(new TypeError('x')).status).toBe(500)
    expect(answered(failure({ code: 'P1001' }), 200).status).toBe(200)
    expect([answerFailure(failure({ code: 'ECONNREFUSED' })).status, answerFailure(new Error('x')).status]).toEqual([503, 500])
  })
})
