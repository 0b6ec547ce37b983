import type { BlockAnswer, BlockEventRequest, BlockRequest } from '../../../app/surfaces/contract.ts'
import { page, readRequest } from './page.ts'

const LIMIT = 6_000
const TRIES = 5

/** Text in the body and no own header: a request that needs no preflight. Null is silence: unreachable or a refusal. */
async function send<Answer>(url: string, body: object, token: string): Promise<Answer | null> {
  const response = await fetch(url, {
    method: 'POST',
    body: JSON.stringify({ ...body, token }),
    headers: { 'Content-Type': 'text/plain' },
    keepalive: true,
  })
  return response.ok ? ((await response.json()) as Answer) : null
}

/** The last token that Shopify gave out, for what must leave at once: who presses a button may be gone before another one is there. */
let held: string | undefined

const freshToken = async (): Promise<string> => (held = await page().sessionToken.get())

async function ask<Answer>(url: string, body: object): Promise<Answer | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), LIMIT)))
  const answer = await Promise.race([
    freshToken()
      .then((token) => send<Answer>(url, body, token))
      .catch(() => null),
    late,
  ])
  clearTimeout(timer)
  return answer
}

/** Everything to show. Where the order has not reached the app yet, asks again when the app says so, and not for ever. */
export async function load(url: string): Promise<BlockAnswer | null> {
  for (let tries = TRIES; tries > 0; tries--) {
    const request: Omit<BlockRequest, 'token'> | undefined = readRequest()
    const answer = request ? await ask<BlockAnswer>(`${url}/surface/block`, request) : null
    if (!answer?.againInMs) return answer
    await new Promise((resolve) => setTimeout(resolve, answer.againInMs))
  }
  return null
}

const RENEW = 60_000 // Shopify's token lives for minutes, and it may have been handed out before.

/** Keeps a good token at hand for as long as an offer stands. Returns what ends that. */
export function holdToken(): () => void {
  const timer = setInterval(() => void freshToken().catch(() => undefined), RENEW)
  return () => clearInterval(timer)
}

/** Leaves in the same moment with the token at hand, and once more with another where that is refused. Of a sample there is nothing to report. */
export function report(url: string, event: Omit<BlockEventRequest, 'token'>): void {
  if (!event.placement) return
  const to = `${url}/surface/block/event`
  const first = held ? send(to, event, held).catch(() => null) : Promise.resolve(null)
  void first.then((heard) => heard ?? ask(to, event))
}
