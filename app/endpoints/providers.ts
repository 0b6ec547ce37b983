import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { readBody } from '../platform/body.server.ts'
import { now } from '../platform/clock.server.ts'
import { environment } from '../platform/env.server.ts'
import { isText, receive } from '../platform/inbox.server.ts'
import { answering } from '../platform/listener.server.ts'
import type { Listener, Reply } from '../platform/listener.server.ts'
import { log } from '../platform/log.server.ts'
import { findConnection, noteEvent, noteRefusal } from '../rewards/providers/connections.server.ts'
import type { Connection } from '../rewards/providers/connections.server.ts'
import { readRun } from '../rewards/providers/flow.ts'
import type { Provider } from '../rewards/providers/provider.ts'
import { hasAddress, providerOf, providers } from '../rewards/providers/providers.ts'
import { checkSeal } from '../rewards/providers/seal.server.ts'
import type { Letter } from '../rewards/providers/seal.ts'
import { topicOf } from '../rewards/providers/topic.ts'

const MOST_BYTES = 256 * 1024
const PATH = /^\/webhooks\/reviews\/(?:(flow)|([a-z]{1,20})\/([\w-]{1,100}))(?:\?|$)/

const answer = (status: number, error: string): Reply => ({ status, body: JSON.stringify({ error }) })
const NOBODY = answer(404, 'there is no such address')
const LATER = answer(503, 'try again')
const STORED = '{"ok":true}'

/** Nobody's, so that an address that does not exist costs as long as one that does. */
const STRANGER: Connection = { token: '', shop: '', provider: 'generic', secret: 'nobody', header: null, encoding: null }

/** Verified, stored with its job, answered as the provider wants it: everything else is the worker's. */
async function takeIn(request: IncomingMessage): Promise<Reply> {
  if (request.method !== 'POST') return answer(405, 'only POST')
  const [, isFlow, name = '', token = ''] = PATH.exec(request.url ?? '') ?? []
  const body = await readBody(request, MOST_BYTES)
  if (body === 'too-large') return answer(413, 'larger than 256 KB')
  const letter: Letter = {
    header: (header) => request.headers[header] as string | undefined,
    query: (name) => new URL(request.url ?? '', 'http://localhost').searchParams.get(name),
    body,
  }
  try {
    return isFlow ? await takeRun(letter) : await takeEvent(providerOf(name), token, letter)
  } catch (error) {
    log.error({ err: error, provider: name }, 'a delivery could not be stored')
    return LATER
  }
}

async function takeEvent(named: Provider | null, token: string, letter: Letter): Promise<Reply> {
  const provider = named && hasAddress(named) ? named : null
  const found = await findConnection(token)
  const isKnown = provider !== null && found?.provider === provider.name
  const connection = isKnown ? found : STRANGER
  const fault = await checkSeal((isKnown ? provider : providers.generic).seal, letter, connection, now())
  if (!isKnown) return NOBODY
  if (fault) {
    await noteRefusal(connection, fault)
    return answer(401, fault)
  }
  if (letter.body.length === 0 && provider.tries === 'with-empty-body') {
    await noteEvent(connection.shop, provider.name, now())
    return { status: 200, body: STORED }
  }
  if (read(letter.body) === undefined) return answer(400, 'the body is not a JSON object')
  await store(provider, connection.shop, standardId(provider, letter) ?? digest(letter.body), letter.body)
  return { status: 200, body: provider.answer ?? STORED }
}

/** Shopify Flow comes to one address for every shop; who asks is in what Shopify signed. */
async function takeRun(letter: Letter): Promise<Reply> {
  const keys = { ...STRANGER, secret: environment().SHOPIFY_API_SECRET }
  const fault = await checkSeal(providers.flow.seal, letter, keys, now())
  if (fault) return answer(401, fault)
  const run = readRun(read(letter.body))
  if (!run) return answer(400, 'not a run of an action')
  await store(providers.flow, run.shop, run.runId, letter.body)
  return { status: 200, body: STORED }
}

const store = (provider: Provider, shop: string, id: string, body: Buffer): Promise<void> =>
  receive({
    envelope: { source: provider.name, shop, id, topic: topicOf(provider.name), eventId: null, apiVersion: '', triggeredAt: null },
    body,
  })

/** Signed along with the body, so it names the delivery however often it is sent. */
const standardId = ({ seal }: Provider, { header }: Letter): string | undefined =>
  seal.kind === 'standard'
    ? seal.prefixes
        .map((prefix) => header(`${prefix}-id`))
        .find(Boolean)
        ?.slice(0, 255)
    : undefined

const digest = (body: Buffer): string => createHash('sha256').update(body).digest('hex')

function read(body: Buffer): object | undefined {
  if (!isText(body)) return undefined
  try {
    const value: unknown = JSON.parse(body.toString())
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** Whatever comes under `/webhooks/reviews`. */
export const providerListener: Listener = answering({
  isOurs: ({ url = '' }) => url.startsWith('/webhooks/reviews/'),
  headers: { 'content-type': 'application/json' },
  take: takeIn,
})
