import { z } from 'zod'
import { environment } from '../env.server.ts'
import { meaningOf } from './text-status.ts'

const Answer = z.object({ sid: z.string().optional(), message: z.string().optional(), code: z.number().optional() })

/** `https://ACCOUNT_SID:AUTH_TOKEN@api.twilio.com?from=+1555...`; null: no text messages. */
export function textCarrier(): { url: string; authorization: string; from: string; token: string } | null {
  const { SMS_URL } = environment()
  if (!SMS_URL) return null
  const { origin, username, password, searchParams } = new URL(SMS_URL)
  const [account, token] = [decodeURIComponent(username), decodeURIComponent(password)]
  return {
    url: `${origin}/2010-04-01/Accounts/${account}/Messages.json`,
    authorization: `Basic ${Buffer.from(`${account}:${token}`).toString('base64')}`,
    from: searchParams.get('from')?.replace(/^ /, '+') ?? '',
    token,
  }
}

export type Texted =
  { sent: true; carrierId?: string } | { sent: false; refused: boolean; stopped?: boolean; reason: string; carrierId?: never }

/** Twilio's Messages resource. It knows no idempotency key: a lost answer may mean a second text message, never a third. */
export async function sendText({ shop, key, to, body }: { shop: string; key: string; to: string; body: string }): Promise<Texted> {
  const carrier = textCarrier()
  if (!carrier) throw new Error('There is no carrier for text messages')
  // The carrier's word may come before its answer is written down, so it says itself what it is about.
  const statusUrl = `${environment().SHOPIFY_APP_URL}/texts/status?${new URLSearchParams({ shop, key })}`
  const answer = await fetch(carrier.url, {
    method: 'POST',
    headers: { authorization: carrier.authorization, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ To: to, From: carrier.from, Body: body, StatusCallback: statusUrl }),
    signal: AbortSignal.timeout(15_000),
  })
  const said = Answer.catch({}).parse(await answer.json().catch(() => ({})))
  if (answer.ok) return said.sid ? { sent: true, carrierId: said.sid } : { sent: true }
  if (answer.status >= 500 || answer.status === 429) throw new Error(`The carrier answered ${answer.status}`)
  const meaning = meaningOf(said.code ?? 0)
  if (meaning === 'stopped') return { sent: false, refused: true, stopped: true, reason: 'unsubscribed' }
  return { sent: false, refused: meaning === 'dead', reason: said.message ?? `The carrier answered ${answer.status}` }
}
