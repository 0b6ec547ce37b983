import { randomBytes } from 'node:crypto'
import type { Answer, Part } from '../routes.ts'
import { seeOther } from '../storefront/html.ts'
import type { Simulator } from '../simulator.ts'
import { keepText, mailOf } from './box.ts'
import { ACCOUNT } from './carrier-account.ts'
import { tellAnswer, tellStatus, type Told } from './text-status.ts'

const E164 = /^\+[1-9]\d{6,14}$/
const MOST_LETTERS = 1_600 // documented
const KNOWN = new Set(['To', 'From', 'Body', 'StatusCallback'])
/** Twilio's own magic numbers for tests, and what they are answered with. */
const MAGIC: Record<string, [code: number, message: string]> = {
  '+15005550001': [21_211, "The 'To' number +15005550001 is not a valid phone number."],
  '+15005550009': [21_614, "'To' number: +15005550009, is not a mobile number"],
}

const stoppedKey = (number: string): string => `texts-stopped:${number}`

/** Twilio's Messages resource, as far as the app uses it: POST /2010-04-01/Accounts/{sid}/Messages.json. */
const take: Answer = async ({ simulator, request, params }) => {
  const expected = `Basic ${Buffer.from(`${ACCOUNT.sid}:${ACCOUNT.token}`).toString('base64')}`
  if (request.headers.get('authorization') !== expected || params['sid'] !== ACCOUNT.sid) return refused(401, 20_003, 'Authenticate')
  const form = new URLSearchParams(await request.text())
  const strange = [...form.keys()].find((name) => !KNOWN.has(name))
  if (strange) return new Response(`The simulated carrier does not know the parameter ${strange}\n`, { status: 501 })
  const [to, from, body] = [form.get('To') ?? '', form.get('From') ?? '', form.get('Body') ?? '']
  const fault = await faultOf(simulator, { to, from, body })
  if (fault) return refused(400, ...fault)
  const sid = `SM${randomBytes(16).toString('hex')}`
  const statusUrl = form.get('StatusCallback')
  await keepText(simulator, { to, from, body, sid, statusUrl })
  if (statusUrl) void playStatuses(simulator, { to, from, sid, statusUrl })
  return Response.json(
    { sid, account_sid: ACCOUNT.sid, to, from, body, status: 'queued', error_code: null, error_message: null },
    { status: 201 },
  )
}

/** Twilio tells of each change of a message, not of its first state. Whether its sender listens is the sender's affair. */
async function playStatuses(simulator: Simulator, text: Told): Promise<void> {
  for (const status of ['sent', 'delivered']) await tellStatus(simulator, text, status).catch(() => undefined)
}

const refused = (status: number, code: number, message: string): Response =>
  Response.json({ code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status }, { status })

async function faultOf({ store }: Simulator, { to, from, body }: Record<'to' | 'from' | 'body', string>): Promise<[number, string] | null> {
  if (!E164.test(to)) return [21_211, `The 'To' number ${to} is not a valid phone number.`]
  if (MAGIC[to]) return MAGIC[to]
  if (!E164.test(from)) return [21_603, "A 'From' phone number is required."]
  if (body === '') return [21_602, 'Message body is required.']
  if (body.length > MOST_LETTERS) return [21_617, 'The concatenated message body exceeds the 1600 character limit']
  if (await store.setting(stoppedKey(to), false)) return [21_610, 'Attempt to send to unsubscribed recipient']
  return null
}

/** What she answers goes to the carrier itself, which from then on lets nothing through. */
const stop: Answer = async (visit) => {
  const text = await mailOf(visit.simulator, Number(visit.params['id']) || 0)
  if (text?.channel !== 'sms') return new Response('There is no such text message\n', { status: 404 })
  await visit.simulator.store.setSetting(stoppedKey(text.to), true)
  if (text.statusUrl) await tellAnswer(visit.simulator, text, 'STOP').catch(() => undefined)
  return seeOther(`/mail/${text.id}?${new URLSearchParams({ said: 'the carrier answered 200: STOP' })}`)
}

/** As if the phone had not taken it. */
const lose: Answer = async ({ simulator, request, params }) => {
  const text = await mailOf(simulator, Number(params['id']) || 0)
  if (!text?.sid || !text.statusUrl) return new Response('There is no such text message, or nobody wants to hear of it\n', { status: 404 })
  const code = Number(new URLSearchParams(await request.text()).get('code'))
  const { to, from, sid, statusUrl } = text
  const status = await tellStatus(simulator, { to, from, sid, statusUrl }, 'undelivered', code)
  return seeOther(`/mail/${text.id}?${new URLSearchParams({ said: `the sender answered ${status}` })}`)
}

/** Twilio answers HELP by itself, with its standard text unless the account has another; the sender is not asked. */
const help: Answer = async ({ simulator, params }) => {
  const text = await mailOf(simulator, Number(params['id']) || 0)
  if (text?.channel !== 'sms') return new Response('There is no such text message\n', { status: 404 })
  return seeOther(
    `/mail/${text.id}?${new URLSearchParams({ said: 'the carrier answered 200: Reply STOP to unsubscribe. Msg&Data Rates May Apply.' })}`,
  )
}

export const texts: Part = (routes) => {
  routes.route('any', 'POST', '/2010-04-01/Accounts/:sid/Messages.json', take)
  routes.route('mail', 'POST', '/mail/:id/stop', stop)
  routes.route('mail', 'POST', '/mail/:id/help', help)
  routes.route('mail', 'POST', '/mail/:id/lose', lose)
}
