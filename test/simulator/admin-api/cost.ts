import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  getOperationAST,
  type GraphQLSchema,
  isCompositeType,
  isObjectType,
  type OperationDefinitionNode,
  type SelectionSetNode,
  valueFromASTUntyped,
} from 'graphql'

export interface Pricing {
  schema: GraphQLSchema
  costOfMutation: number
}

type Variables = Record<string, unknown>

/**
 * What a query may cost at most: a scalar 0, an object 1, a connection as many times its node as `first` or `last` says
 * (2 more for itself and its page), a mutation 10.
 */
export function requestedCost(document: DocumentNode, variables: Variables, operationName: string | null, pricing: Pricing): number {
  const operation = getOperationAST(document, operationName)
  if (!operation) return 0
  const fragments = fragmentsOf(document)
  const root = pricing.schema.getRootType(operation.operation)?.name ?? 'QueryRoot'
  const fields = selectionCost(operation.selectionSet, root, { ...pricing, variables, fragments })
  return Math.max(
    1,
    operation.operation === 'mutation' ? fields + pricing.costOfMutation * operation.selectionSet.selections.length : fields,
  )
}

interface Walk extends Pricing {
  variables: Variables
  fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

export const fragmentsOf = (document: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(document.definitions.flatMap((one) => (one.kind === 'FragmentDefinition' ? [[one.name.value, one]] : [])))

function selectionCost(set: SelectionSetNode, typeName: string, walk: Walk): number {
  let shared = 0
  // Of the alternatives of a union or interface only one is there for each object: the dearest counts.
  const alternatives = new Map<string, number>()
  for (const selection of set.selections) {
    if (selection.kind === 'Field') {
      shared += fieldCost(selection.name.value, selection, typeName, walk)
      continue
    }
    const fragment = selection.kind === 'FragmentSpread' ? walk.fragments.get(selection.name.value) : selection
    const condition = fragment?.typeCondition?.name.value ?? typeName
    const cost = fragment ? selectionCost(fragment.selectionSet, condition, walk) : 0
    if (condition === typeName) shared += cost
    else alternatives.set(condition, (alternatives.get(condition) ?? 0) + cost)
  }
  return shared + Math.max(0, ...alternatives.values())
}

type FieldNode = Extract<OperationDefinitionNode['selectionSet']['selections'][number], { kind: 'Field' }>

function fieldCost(name: string, node: FieldNode, typeName: string, walk: Walk): number {
  const parent = walk.schema.getType(typeName)
  const field = parent && 'getFields' in parent ? parent.getFields()[name] : undefined
  const type = field && getNamedType(field.type)
  if (!node.selectionSet || !type || !isCompositeType(type)) return 0
  const args = Object.fromEntries((node.arguments ?? []).map((arg) => [arg.name.value, valueFromASTUntyped(arg.value, walk.variables)]))
  if (isObjectType(type) && type.name.endsWith('Connection')) {
    return 2 + Number(args['first'] ?? args['last'] ?? 0) * nodeCost(node.selectionSet, type.name, walk)
  }
  const times = Array.isArray(args['ids']) ? args['ids'].length : Number(args['first'] ?? 1)
  if (type.name.endsWith('Payload')) return selectionCost(node.selectionSet, type.name, walk)
  return times * (1 + selectionCost(node.selectionSet, type.name, walk))
}

/** `edges { node }` and `nodes` cost their node; the wrapping itself is free, and so is pageInfo. */
function nodeCost(set: SelectionSetNode, connection: string, walk: Walk): number {
  let cost = 0
  for (const selection of set.selections) {
    if (selection.kind !== 'Field' || !selection.selectionSet) continue
    const parent = walk.schema.getType(connection)
    const field = parent && 'getFields' in parent ? parent.getFields()[selection.name.value] : undefined
    const type = field && getNamedType(field.type).name
    if (!type || type === 'PageInfo') continue
    cost +=
      selection.name.value === 'edges'
        ? nodeCost(selection.selectionSet, type, walk)
        : 1 + selectionCost(selection.selectionSet, type, walk)
  }
  return cost
}

/** What it did cost: the objects that are really in the answer. */
export function actualCost(result: unknown, isMutation: boolean, costOfMutation: number): number {
  if (typeof result !== 'object' || result === null) return 0
  const cost = Object.values(result).reduce<number>((sum, value) => sum + objectsIn(value), 0)
  return Math.max(1, isMutation ? cost + costOfMutation * Object.keys(result).length : cost)
}

function objectsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, entry) => sum + objectsIn(entry), 0)
  if (typeof value !== 'object' || value === null) return 0
  const wrapping = 'pageInfo' in value || 'edges' in value || 'nodes' in value
  return (
    (wrapping ? 2 : 1) + Object.entries(value).reduce((sum, [name, entry]) => sum + (name === 'pageInfo' ? 0 : edgesFree(name, entry)), 0)
  )
}

const edgesFree = (name: string, entry: unknown): number =>
  objectsIn(name === 'edges' && Array.isArray(entry) ? entry.map((edge) => edge.node) : entry)
