import { z } from 'zod'
import { environment } from '../env.server.ts'

const Answer = z.object({ sid: z.string().optional(), message: z.string().optional(), code: z.number().optional() })

/** Twilio's codes for a number that cannot or will not take messages. */
const DEAD = new Set([21_211, 21_614, 30_003, 30_005, 30_006])
/** She has answered STOP: Twilio itself lets nothing more through. */
const STOPPED = 21_610

/** `https://ACCOUNT_SID:AUTH_TOKEN@api.twilio.com?from=+1555...`; null: no text messages. */
export function textCarrier(): { url: string; authorization: string; from: string } | null {
  const { SMS_URL } = environment()
  if (!SMS_URL) return null
  const { origin, username, password, searchParams } = new URL(SMS_URL)
  const account = decodeURIComponent(username)
  return {
    url: `${origin}/2010-04-01/Accounts/${account}/Messages.json`,
    authorization: `Basic ${Buffer.from(`${account}:${decodeURIComponent(password)}`).toString('base64')}`,
    from: searchParams.get('from')?.replace(/^ /, '+') ?? '',
  }
}

export type Texted =
  { sent: true; carrierId?: string } | { sent: false; refused: boolean; stopped?: boolean; reason: string; carrierId?: never }

/** Twilio's Messages resource. It knows no idempotency key: a lost answer may mean a second text message, never a third. */
export async function sendText({ to, body }: { to: string; body: string }): Promise<Texted> {
  const carrier = textCarrier()
  if (!carrier) throw new Error('There is no carrier for text messages')
  const answer = await fetch(carrier.url, {
    method: 'POST',
    headers: { authorization: carrier.authorization, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ To: to, From: carrier.from, Body: body }),
    signal: AbortSignal.timeout(15_000),
  })
  const said = Answer.catch({}).parse(await answer.json().catch(() => ({})))
  if (answer.ok) return said.sid ? { sent: true, carrierId: said.sid } : { sent: true }
  if (answer.status >= 500 || answer.status === 429) throw new Error(`The carrier answered ${answer.status}`)
  if (said.code === STOPPED) return { sent: false, refused: true, stopped: true, reason: 'unsubscribed' }
  return { sent: false, refused: DEAD.has(said.code ?? 0), reason: said.message ?? `The carrier answered ${answer.status}` }
}
