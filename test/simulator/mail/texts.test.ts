import { expect, test } from 'vitest'
import { stage, type Stage } from '../stage.ts'
import { ACCOUNT } from './carrier-account.ts'
import { signatureOf } from './text-status.ts'

const NUMBER = '+4915112345678'
const send = (world: Stage, fields: Record<string, string>, token = ACCOUNT.token) =>
  world.ask('127.0.0.1', `/2010-04-01/Accounts/${ACCOUNT.sid}/Messages.json`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${ACCOUNT.sid}:${token}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams({ To: NUMBER, From: '+15005550006', Body: 'How is it?', ...fields }).toString(),
  })

test('a text message is taken, kept, and stopped by its reader', async () => {
  await using world = await stage()
  expect(await send(world, {})).toMatchObject({ status: 201, json: { status: 'queued', to: NUMBER, sid: expect.stringMatching(/^SM/) } })
  const { json: kept } = await world.ask('mail.localhost', `/__simulator/mail?to=${encodeURIComponent(NUMBER)}`)
  expect(kept).toMatchObject([{ channel: 'sms', text: 'How is it?', from: '+15005550006' }])
  const { text: shown } = await world.ask('mail.localhost', `/mail/${kept[0].id}`)
  expect(shown).toContain('How is it?')
  await world.ask('mail.localhost', `/mail/${kept[0].id}/stop`, { method: 'POST' })
  expect(await send(world, {})).toMatchObject({ status: 400, json: { code: 21_610 } })
})

test.each([
  ['another token', {}, 'wrong', 401, 20_003],
  ['what is no number', { To: '0151' }, ACCOUNT.token, 400, 21_211],
  ['a land line', { To: '+15005550009' }, ACCOUNT.token, 400, 21_614],
  ['nothing to say', { Body: '' }, ACCOUNT.token, 400, 21_602],
  ['too much', { Body: 'x'.repeat(1_601) }, ACCOUNT.token, 400, 21_617],
])('%s is refused with the carrier’s code', async (_, fields, token, status, code) => {
  await using world = await stage()
  expect(await send(world, fields, token)).toMatchObject({ status, json: { code } })
})

test('a parameter that is not modelled fails loudly', async () => {
  await using world = await stage()
  expect(await send(world, { MediaUrl: 'https://x.test' })).toMatchObject({ status: 501 })
})

test('who wants to hear what became of a text message is told, signed', async () => {
  await using world = await stage()
  const url = `${world.simulator.app.url}/texts?about=1`
  expect(await send(world, { StatusCallback: url })).toMatchObject({ status: 201 })
  const told = () => world.received.filter(({ path }) => path === '/texts?about=1').map(({ body }) => new URLSearchParams(body))
  await expect.poll(() => told().map((form) => form.get('MessageStatus'))).toEqual(['sent', 'delivered'])
  const { json: kept } = await world.ask('mail.localhost', `/__simulator/mail?to=${encodeURIComponent(NUMBER)}`)
  const lost = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'code=30005' }
  expect((await world.ask('mail.localhost', `/mail/${kept[0].id}/lose`, lost)).status).toBe(303)
  expect(told().at(-1)?.get('ErrorCode')).toBe('30005')
  // The example of Twilio's own documents.
  const example = new URLSearchParams({
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  })
  expect(signatureOf('https://mycompany.com/myapp.php?foo=1&bar=2', example, '12345')).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=')
})
