import type { IncomingMessage } from 'node:http'
import { readBody } from '../platform/body.server.ts'
import { environment } from '../platform/env.server.ts'
import { readEnvelope } from '../platform/inbox.ts'
import { BODY_LIMIT, isSigned, isText, receive } from '../platform/inbox.server.ts'
import { answering } from '../platform/listener.server.ts'
import type { Listener, Reply } from '../platform/listener.server.ts'
import { log } from '../platform/log.server.ts'

/** Verified, stored with its job, answered: everything else is the worker's. */
async function takeIn(request: IncomingMessage): Promise<Reply> {
  if (request.method !== 'POST') return answer(405, 'only POST')
  const envelope = readEnvelope((name) => request.headers[name] as string | undefined)
  if (!envelope.ok) return answer(400, 'a header is missing or malformed')
  const body = await readBody(request, BODY_LIMIT)
  if (body === 'too-large') {
    const { shop, topic, id } = envelope.value
    log.warn({ shop, topic, id }, 'a delivery is larger than 5 MB: the nightly reconciliation fetches what it was about')
    return answer(413, 'larger than 5 MB: Encore fetches it itself')
  }
  if (body.length === 0) return answer(400, 'no body')
  if (!isSigned(body, envelope.value.signature, environment().SHOPIFY_API_SECRET)) return answer(401, 'the signature does not fit')
  if (!isText(body)) return answer(400, 'the body is not UTF-8 text')
  try {
    await receive({ envelope: envelope.value, body })
  } catch (error) {
    log.error({ err: error }, 'a delivery could not be stored')
    return answer(503, 'try again')
  }
  return answer(200, 'stored')
}

const answer = (status: number, body: string): Reply => ({ status, body })

/** Whatever comes under `/webhooks`. */
export const webhookListener: Listener = answering({
  isOurs: ({ url = '' }) => /^\/webhooks(?![^/?])/.test(url),
  headers: { 'content-type': 'text/plain' },
  take: takeIn,
})
