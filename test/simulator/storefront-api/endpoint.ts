import {
  execute,
  getDirectiveValues,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type GraphQLFieldResolver,
} from 'graphql'
import { NotModelled } from '../admin-api/refusals.ts'
import { inShopifysWords, invalidVariable } from '../admin-api/wording.ts'
import { faultyAnswer } from '../faulty.ts'
import type { SimShop } from '../model.ts'
import type { Answer, Part } from '../routes.ts'
import type { Simulator } from '../simulator.ts'
import { createCart, type CartInput, type Context } from './create-cart.ts'
import { localization } from './localization.ts'
import { openCart } from './open-cart.ts'
import { variantsFor } from './variants.ts'
import { storefrontSchema } from './schema.ts'

/** POST https://<shop>/api/2026-07/graphql.json, without a token: of all that Shopify has there, `cartCreate`, the shop's languages and which variants are for sale. */
export const storefrontApi: Part = (routes) => {
  routes.route('platform', 'POST', '/api/:version/graphql.json', answer)
  routes.route('storefront', 'GET', '/cart/c/:token', openCart)
}

interface Body {
  query?: string
  variables?: Record<string, unknown> | null
  operationName?: string | null
}

const answer: Answer = async (visit) => {
  const { simulator, shop, request, params } = visit
  if (!shop || params['version'] !== simulator.settings.apiVersion) return Response.json({ errors: 'Not Found' }, { status: 404 })
  const body = (await request.json().catch(() => ({}))) as Body
  const early = await faultyAnswer(visit, simulator.faults.take('storefront-api', shop.domain, body.query ?? ''))
  if (early) return early
  for (const header of ['x-shopify-storefront-access-token', 'shopify-storefront-private-token'])
    if (request.headers.has(header)) throw new NotModelled(`the Storefront API with ${header}`)
  return Response.json(await run(simulator, shop, body))
}

async function run(simulator: Simulator, shop: SimShop, { query = '', variables, operationName }: Body): Promise<object> {
  const schema = storefrontSchema()
  const document = read(query)
  if (document instanceof GraphQLError) return { errors: [document] }
  const faults = validate(schema, document)
  if (faults.length > 0) return { errors: faults.map(inShopifysWords) }
  const operation = getOperationAST(document, operationName ?? null)
  if (!operation) return { errors: [{ message: 'No operation named that' }] }
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {})
  if (coerced.errors) return { errors: coerced.errors.map(invalidVariable) }
  const inContext = getDirectiveValues(schema.getDirective('inContext')!, operation, coerced.coerced) ?? {}
  const context: Context = { simulator, shop, inContext }
  const { data, errors = [] } = await execute({
    schema,
    document,
    rootValue: {},
    contextValue: context,
    variableValues: variables ?? {},
    operationName: operationName ?? null,
    fieldResolver: resolve,
  })
  const surprise = errors.find(({ originalError }) => originalError && !(originalError instanceof GraphQLError))
  if (surprise) throw surprise.originalError
  return { data, ...(errors.length > 0 ? { errors } : {}) }
}

/** A document, or why it is none. */
function read(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query)
  } catch (error) {
    return error as GraphQLError
  }
}

const resolve: GraphQLFieldResolver<Record<string, unknown>, Context> = (source, args, context, { parentType, fieldName }) => {
  if (parentType.name === 'Mutation' && fieldName === 'cartCreate') return createCart(context, (args as { input?: CartInput }).input ?? {})
  if (parentType.name === 'QueryRoot' && fieldName === 'localization') return localization(context)
  if (parentType.name === 'QueryRoot' && fieldName === 'nodes') return variantsFor(context, (args as { ids: string[] }).ids)
  if (!(fieldName in source)) throw new NotModelled(`The simulator does not model ${parentType.name}.${fieldName} of the Storefront API`)
  return source[fieldName]
}
