import { setTimeout as sleep } from 'node:timers/promises'
import { ClientError, GraphQLClient } from 'graphql-request'
import { API_VERSION } from './api-version.ts'
import { accessToken, AccessLost, distrustToken } from './access.server.ts'
import { backoff } from './budget.ts'
import type { TypedDocument } from './document.ts'
import { settlePoints, takePoints } from './meter.server.ts'
import type { Cost } from './meter.server.ts'
import { hearTime } from './time.server.ts'

export { AccessLost }

const TRIES = 6
const PATIENCE = 30_000

/** Shopify understood and said no; trying again would get the same answer. */
export class AdminRefused extends Error {
  override name = 'AdminRefused'
  readonly reasons: readonly Refusal[]
  constructor(shop: string, reasons: readonly Refusal[]) {
    super(
      `Shopify refused for ${shop}: ${reasons.map((reason) => [reason.field?.join('.'), reason.message].filter(Boolean).join(' ')).join('; ')}`,
    )
    this.reasons = reasons
  }
}

export interface Refusal {
  message: string
  code?: string | null
  field?: readonly string[] | null
}

export interface Admin {
  query<Answer, Variables>(doc: TypedDocument<Answer, Variables>, variables: Variables): Promise<Answer>
}

/** The shop's Admin API. Throws AdminRefused for user errors, AccessLost when the tokens are dead, anything else when it may work later. */
export const adminFor = (shop: string): Admin => ({
  query: async (doc, variables) => (await ask(shop, doc.source, variables as object | undefined)) as never,
})

type Attempt = { data: unknown } | { again: 'soon' | 'renewed'; because: Error; after?: number | undefined }

async function ask(shop: string, source: string, variables: object | undefined): Promise<unknown> {
  let last = new Error(`Shopify did not answer for ${shop}`)
  for (let tried = 0; tried < TRIES; tried++) {
    const attempt = await tryOnce(shop, source, variables)
    if ('data' in attempt) return attempt.data
    last = attempt.because
    if (attempt.again === 'soon') await sleep(attempt.after ?? backoff(tried, Math.random()))
  }
  throw last
}

async function tryOnce(shop: string, source: string, variables: object | undefined): Promise<Attempt> {
  const token = await accessToken(shop)
  const points = await takePoints(shop, source)
  let cost: Cost | 'free' | undefined
  try {
    const answer = await send(shop, token, source, variables)
    const told = (answer.extensions as { cost?: Cost } | undefined)?.cost
    cost = told
    if (isThrottled(answer.errors))
      return { again: 'soon', because: new Error(`Shopify throttled ${shop}`), after: told?.throttleStatus ? 0 : undefined }
    refuseErrors(shop, answer)
    return { data: answer.data }
  } catch (error) {
    if (isTurnedAway(error)) cost = 'free'
    return await recover(shop, token, source, error)
  } finally {
    settlePoints(shop, source, points, cost)
  }
}

const send = (shop: string, token: string, source: string, variables: object | undefined) =>
  new GraphQLClient(`https://${shop}/admin/api/${API_VERSION}/graphql.json`, {
    headers: { 'x-shopify-access-token': token },
    errorPolicy: 'all',
    // Looked up at the call: the global one may have been replaced by then.
    fetch: async (input: RequestInfo | URL, init?: RequestInit) => {
      const response = await fetch(input, init)
      hearTime(response.headers.get('date'))
      return response
    },
    signal: AbortSignal.timeout(PATIENCE),
  }).rawRequest<unknown, object>(source, variables)

async function recover(shop: string, token: string, source: string, error: unknown): Promise<Attempt> {
  if (error instanceof AdminRefused) throw error
  const because = error instanceof Error ? error : new Error(String(error))
  const status = error instanceof ClientError ? error.response.status : 0
  if (status === 401) {
    await distrustToken(shop, token)
    return { again: 'renewed', because: new AccessLost(shop) }
  }
  if (status === 429) return { again: 'soon', because: new Error(`Shopify throttled ${shop}`), after: retryAfter(error as ClientError) }
  if (status >= 400 && status < 500) throw new AdminRefused(shop, [{ message: `HTTP ${status}`, code: String(status) }])
  // It may have happened: only the caller knows how to ask, so only questions are repeated here.
  if (isMutation(source)) throw because
  return { again: 'soon', because }
}

/** Before any query is run: a token that is not good, an address that is not there, too many calls. */
const isTurnedAway = (error: unknown): boolean =>
  error instanceof ClientError && error.response.status >= 400 && error.response.status < 500

const isMutation = (source: string): boolean => /^\s*mutation\b/.test(source)

const isThrottled = (errors: readonly { extensions?: unknown }[] | undefined): boolean =>
  errors?.some((error) => (error.extensions as { code?: string } | undefined)?.code === 'THROTTLED') ?? false

function retryAfter(error: ClientError): number | undefined {
  const headers = error.response['headers'] as Headers | undefined
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) ? seconds * 1_000 : undefined
}

function refuseErrors(
  shop: string,
  answer: { data: unknown; errors?: readonly { message: string; extensions?: unknown; path?: unknown }[] },
): void {
  if (answer.errors?.length) {
    const reasons = answer.errors.map(({ message, extensions }) => ({
      message,
      code: (extensions as { code?: string } | undefined)?.code ?? null,
    }))
    throw new AdminRefused(shop, reasons)
  }
  const fields = Object.values((answer.data ?? {}) as Record<string, { userErrors?: Refusal[] } | null>)
  const userErrors = fields.flatMap((field) => field?.userErrors ?? [])
  if (userErrors.length > 0) throw new AdminRefused(shop, userErrors)
}
