import { createHmac } from 'node:crypto'
import type { Simulator } from '../simulator.ts'
import { ACCOUNT } from './carrier-account.ts'

/** A text message whose sender wants to hear what became of it. */
export interface Told {
  to: string
  from: string
  sid: string
  statusUrl: string
}

/** Twilio's status callback: a form, signed over the address that the sender gave. Resolves with the status of the answer. */
export async function tellStatus(simulator: Simulator, { to, from, sid, statusUrl }: Told, status: string, code?: number): Promise<number> {
  const form = new URLSearchParams({
    AccountSid: ACCOUNT.sid,
    ApiVersion: '2010-04-01',
    From: from,
    MessageSid: sid,
    MessageStatus: status,
    SmsSid: sid,
    SmsStatus: status,
    To: to,
    ...(code ? { ErrorCode: String(code) } : {}),
  })
  const answer = await fetch(inside(simulator, statusUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signatureOf(statusUrl, form) },
    body: form,
  })
  return answer.status
}

/** The number's own address for messages that come in, as whoever runs the app has entered it at the carrier: beside the one for statuses. */
export async function tellAnswer(
  simulator: Simulator,
  { to, from, statusUrl }: { to: string; from: string; statusUrl: string | null },
  said: string,
) {
  const url = new URL('/texts/incoming', statusUrl ?? '').href
  const form = new URLSearchParams({ AccountSid: ACCOUNT.sid, Body: said, From: to, To: from, OptOutType: said })
  await fetch(inside(simulator, url), {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signatureOf(url, form) },
    body: form,
  })
}

/** https://www.twilio.com/docs/usage/security: the address, then every parameter by name, name and value joined by nothing. */
export const signatureOf = (address: string, form: URLSearchParams, token = ACCOUNT.token): string => {
  const names = [...new Set(form.keys())].sort()
  const message = names.reduce((text, name) => text + name + form.get(name), address)
  return createHmac('sha1', token).update(message).digest('base64')
}

/** Not every resolver knows *.localhost: what the app's own address names is reached where it listens. */
export function inside({ app }: Simulator, address: string): string {
  const url = new URL(address)
  return url.hostname === 'app.localhost' ? `${app.url}${url.pathname}${url.search}` : address
}
