import type { BlockAnswer, BlockEventRequest, BlockRequest } from '../../../app/surfaces/contract.ts'
import { page, readRequest } from './page.ts'

const LIMIT = 6_000
const TRIES = 5

/** Text in the body and no own header: a request that needs no preflight. Null is silence: too late, unreachable or a refusal. */
async function ask<Answer>(url: string, body: object): Promise<Answer | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), LIMIT)))
  const request = async () => {
    const token = await page().sessionToken.get()
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify({ ...body, token }),
      headers: { 'Content-Type': 'text/plain' },
      keepalive: true,
    })
    return response.ok ? ((await response.json()) as Answer) : null
  }
  const answer = await Promise.race([request().catch(() => null), late])
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

/** Of a sample there is nothing to report. */
export function report(url: string, event: Omit<BlockEventRequest, 'token'>): void {
  if (event.placement) void ask(`${url}/surface/block/event`, event)
}
