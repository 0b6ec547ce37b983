import { randomUUID } from 'node:crypto'
import { Source, type DocumentNode, type GraphQLError, getOperationAST, getVariableValues, parse, validate } from 'graphql'
import { faultyAnswer } from '../faulty.ts'
import type { Fault } from '../faults.ts'
import type { SimShop } from '../model.ts'
import type { Part, Visit } from '../routes.ts'
import type { Simulator } from '../simulator.ts'
import { scopesOf } from '../tokens/access.ts'
import { Bucket, type ThrottleStatus } from './bucket.ts'
import { resumeBulkOperations } from './bulk/run.ts'
import { actualCost, requestedCost } from './cost.ts'
import { run } from './execute.ts'
import type { Caller } from './fields.ts'
import { reader } from './reader.ts'
import { NotModelled } from './refusals.ts'
import { adminSchema } from './schema.ts'
import { noteSpent } from './spent.ts'
import { inShopifysWords, invalidVariable } from './wording.ts'

/** POST https://<shop>/admin/api/2026-07/graphql.json */
export const adminApi: Part = (routes, simulator) => {
  const buckets = new Map<string, Bucket>()
  setImmediate(adminSchema) // so that the first call does not wait for it
  void resumeBulkOperations(simulator).catch((error: unknown) => simulator.log(`resuming bulk operations failed: ${error}`))
  routes.route('platform', 'POST', '/admin/api/:version/graphql.json', async (visit) => {
    const { shop } = visit
    if (!shop) return Response.json({ errors: 'Not Found' }, { status: 404 })
    const answer = await call(visit, shop, bucketOf(buckets, simulator, shop))
    answer.headers.set('x-request-id', randomUUID())
    answer.headers.set('x-shopify-api-version', simulator.settings.apiVersion)
    return answer
  })
}

interface Body {
  query?: string
  variables?: Record<string, unknown> | null
  operationName?: string | null
}

async function call(visit: Visit, shop: SimShop, bucket: Bucket): Promise<Response> {
  const { simulator, request, params } = visit
  const body: Body = await request.json().catch(() => ({}))
  const query = body.query ?? ''
  const fault = simulator.faults.take('admin-api', shop.domain, `${body.operationName ?? ''} ${query}`)
  const early = fault?.kind === 'throttle' || fault?.after ? null : await faultyAnswer(visit, fault)
  if (early) return early
  const scopes = await scopesOf(simulator, shop.domain, request.headers.get('x-shopify-access-token') ?? '')
  if (!scopes) {
    return Response.json({ errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' }, { status: 401 })
  }
  const refused = refuseVersion(params['version'] ?? '', simulator.settings.apiVersion)
  if (refused) return refused
  if (fault?.kind === 'throttle') bucket.drain()
  const caller: Caller = {
    simulator,
    shop,
    scopes,
    product: reader(simulator.store, shop.domain, 'product'),
    customer: reader(simulator.store, shop.domain, 'customer'),
  }
  const answer = await answerQuery({ query, variables: body.variables ?? {}, operationName: body.operationName ?? null }, caller, bucket)
  return (await lost(visit, fault)) ?? answer
}

/** The call was carried out and its answer is lost: the worst a network can do. */
const lost = (visit: Visit, fault: Fault | null) => (fault?.after ? faultyAnswer(visit, fault) : null)

function refuseVersion(asked: string, spoken: string): Response | null {
  if (asked === spoken) return null
  if (!/^(\d{4}-\d{2}|unstable)$/.test(asked)) return Response.json({ errors: 'Not Found' }, { status: 404 })
  return Response.json({ errors: [{ message: `The simulator speaks API version ${spoken}, not ${asked}` }] }, { status: 501 })
}

interface Asked {
  query: string
  variables: Record<string, unknown>
  operationName: string | null
}

async function answerQuery(asked: Asked, caller: Caller, bucket: Bucket): Promise<Response> {
  const { schema } = adminSchema()
  const { settings, clock } = caller.simulator
  const document = read(asked.query)
  if ('errors' in document) return Response.json(document)
  const operation = getOperationAST(document, asked.operationName)
  if (!operation) return Response.json({ errors: [{ message: 'No operation named that' }] })
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], asked.variables)
  if (coerced.errors) return Response.json({ errors: coerced.errors.map(invalidVariable) })

  const requested = requestedCost(document, asked.variables, asked.operationName, { schema, costOfMutation: settings.costOfMutation })
  if (requested > settings.mostCostOfOneQuery) return Response.json({ errors: [tooDear(requested, settings.mostCostOfOneQuery)] })
  const now = clock.now().getTime()
  if (!bucket.take(requested, now))
    return Response.json({ errors: [THROTTLED], extensions: { cost: cost(requested, null, bucket.status(now)) } })
  try {
    const { data, errors } = await run({ document, variables: asked.variables, operationName: asked.operationName }, caller)
    const actual = Math.min(requested, actualCost(data, operation.operation === 'mutation', settings.costOfMutation))
    bucket.giveBack(requested - actual)
    noteSpent(caller.shop.domain, actual)
    return Response.json({ data, ...(errors && { errors }), extensions: { cost: cost(requested, actual, bucket.status(now)) } })
  } catch (error) {
    bucket.giveBack(requested)
    if (!(error instanceof NotModelled)) throw error
    caller.simulator.log(`501: ${error.message}`)
    return Response.json({ errors: [{ message: error.message, extensions: { code: 'NOT_MODELLED' } }] }, { status: 501 })
  }
}

// An app asks the same few questions over and over, and each validation walks the thousands of types of Shopify's schema.
const valid = new Map<string, DocumentNode>()
const MOST_REMEMBERED = 500

/** The document, if it is one that Shopify's schema allows. */
function read(query: string): DocumentNode | { errors: object[] } {
  const known = valid.get(query)
  if (known) return known
  const document = parsed(query)
  if ('errors' in document) return document
  const faults = validate(adminSchema().schema, document)
  if (faults.length > 0) return { errors: faults.map(inShopifysWords) }
  if (valid.size >= MOST_REMEMBERED) valid.clear()
  valid.set(query, document)
  return document
}

function parsed(query: string): DocumentNode | { errors: object[] } {
  try {
    return parse(new Source(query))
  } catch (error) {
    const { message, locations } = error as GraphQLError
    return { errors: [{ message, locations }] }
  }
}

const THROTTLED = {
  message: 'Throttled',
  extensions: { code: 'THROTTLED', documentation: 'https://shopify.dev/api/usage/rate-limits' },
}

function cost(requestedQueryCost: number, actualQueryCost: number | null, throttleStatus: ThrottleStatus): object {
  return { requestedQueryCost, actualQueryCost, throttleStatus }
}

function tooDear(asked: number, most: number): object {
  return {
    message: `Query cost is ${asked}, which exceeds the single query max cost limit (${most}).`,
    extensions: { code: 'MAX_COST_EXCEEDED', cost: asked, maxCost: most, documentation: 'https://shopify.dev/api/usage/rate-limits' },
  }
}

function bucketOf(buckets: Map<string, Bucket>, simulator: Simulator, shop: SimShop): Bucket {
  const known = buckets.get(shop.domain) ?? new Bucket(simulator.settings.buckets[shop.plan], simulator.clock.now().getTime())
  buckets.set(shop.domain, known)
  return known
}
