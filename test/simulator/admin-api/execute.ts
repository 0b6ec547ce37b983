import {
  defaultTypeResolver,
  type DocumentNode,
  execute,
  type ExecutionResult,
  getNamedType,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
} from 'graphql'
import { accessWords, mayAccess } from './access.ts'
import type { Caller, Fields } from './fields.ts'
import { Listing, type PageArgs, type PageOf } from './listing.ts'
import { denied, guarded, NotModelled } from './refusals.ts'
import { adminSchema, type Facts } from './schema.ts'
import { fieldsOf } from './types/table.ts'

interface Asked {
  document: DocumentNode
  variables: Record<string, unknown>
  operationName: string | null
}

/** Runs a validated document. Throws NotModelled where the simulator would have to make something up. */
export async function run({ document, variables, operationName }: Asked, caller: Caller): Promise<ExecutionResult> {
  const result = await execute({
    schema: adminSchema().schema,
    document,
    rootValue: {},
    contextValue: caller,
    variableValues: variables,
    operationName,
    fieldResolver: resolveField,
    typeResolver: (value, ...rest) => (value as { __typename?: string }).__typename ?? defaultTypeResolver(value, ...rest),
  })
  for (const error of result.errors ?? [])
    if (error.originalError && !(error.originalError instanceof GraphQLError)) throw error.originalError
  return result
}

const resolveField: GraphQLFieldResolver<unknown, Caller> = (source, args, caller, info) => {
  const type = info.parentType.name
  checkAccess(caller, type, info)
  const generic = type.endsWith('Connection')
    ? connection(source as PageOf<unknown>, info)
    : type.endsWith('Edge')
      ? edge(source as Edge, info)
      : undefined
  if (generic !== undefined) return generic
  if (type === 'PageInfo') return (source as Record<string, unknown>)[info.fieldName]
  const value = resolverOf(type, info.fieldName)(source as never, args, caller)
  if (value instanceof Listing) return value.page(args as PageArgs)
  return value instanceof Promise ? value.then((settled) => (settled instanceof Listing ? settled.page(args as PageArgs) : settled)) : value
}

export function resolverOf(type: string, field: string): Fields<never>[string] {
  const resolve = fieldsOf(type)?.[field]
  if (!resolve) throw new NotModelled(`The simulator does not model ${type}.${field}`)
  return resolve
}

function checkAccess(caller: Caller, type: string, info: GraphQLResolveInfo): void {
  refuseAccess(adminSchema().facts, caller, type, info.fieldName, getNamedType(info.returnType).name)
}

/** Throws what Shopify answers to an app without the scope, or without the approval for personal data. */
export function refuseAccess(facts: Facts, caller: Caller, type: string, field: string, leadsTo: string): void {
  const words = accessWords(facts, type, field, leadsTo)
  if (words !== undefined && !mayAccess(words, caller.scopes)) throw denied(field, words)
  const content = facts.protected.get(`${type}.${field}`)
  if (content && !caller.simulator.settings.protectedFields.some((granted) => granted === content)) throw guarded(type, field)
}

interface Edge {
  node: unknown
  cursor: string
}

function connection(page: PageOf<unknown>, info: GraphQLResolveInfo): unknown {
  switch (info.fieldName) {
    case 'nodes':
      return page.nodes
    case 'edges':
      return page.nodes.map((node, index): Edge => ({ node, cursor: page.cursors[index] ?? '' }))
    case 'pageInfo':
      return {
        hasNextPage: page.after,
        hasPreviousPage: page.before,
        startCursor: page.cursors[0] ?? null,
        endCursor: page.cursors.at(-1) ?? null,
      }
    default:
      throw new NotModelled(`The simulator does not model ${info.parentType.name}.${info.fieldName}`)
  }
}

const edge = (source: Edge, info: GraphQLResolveInfo): unknown => (info.fieldName === 'node' ? source.node : source.cursor)
