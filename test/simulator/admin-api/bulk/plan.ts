import {
  type DocumentNode,
  getNamedType,
  getNullableType,
  type GraphQLError,
  isCompositeType,
  isListType,
  isObjectType,
  parse,
  type SelectionSetNode,
  validate,
  valueFromASTUntyped,
} from 'graphql'
import { fragmentsOf } from '../cost.ts'
import { resolverOf } from '../execute.ts'
import type { Fields } from '../fields.ts'
import { adminSchema } from '../schema.ts'

/** One field of a bulk query, ready to be asked of many objects. */
export interface Step {
  key: string
  field: string
  shape: 'leaf' | 'object' | 'list' | 'connection'
  /** The type that the field leads to; of a connection, the type of its nodes. */
  type: string
  args: Record<string, unknown>
  resolve: Fields<never>[string]
  /** The steps into an object of the given type. */
  into(type: string): readonly Step[]
}

const MOST_CONNECTIONS = 5
const MOST_DEPTH = 2

/** Refuses what Shopify refuses of a bulk query; throws NotModelled for what the simulator lacks. */
export function planOf(query: string): { roots: readonly Step[] } | { refusal: string } {
  const { schema } = adminSchema()
  let document: DocumentNode
  try {
    document = parse(query)
  } catch (error) {
    return { refusal: (error as GraphQLError).message }
  }
  const faults = validate(schema, document)
  if (faults[0]) return { refusal: faults[0].message }
  const operation = document.definitions.find((one) => one.kind === 'OperationDefinition')
  if (!operation || operation.operation !== 'query') return { refusal: 'only queries can be run' }
  const roots = stepsOf(operation.selectionSet, 'QueryRoot', document)
  if (roots.some((step) => step.field === 'node' || step.field === 'nodes'))
    return { refusal: 'the top-level node and nodes fields cannot be used' }
  if (roots.length === 0 || roots.some((step) => step.shape !== 'connection'))
    return { refusal: 'Bulk queries must contain at least one connection.' }
  if (roots.some((step) => hasConnectionInList(step, false))) {
    return { refusal: 'Queries that contain a connection field within a list field are not currently supported.' }
  }
  const depths = roots.flatMap((step) => connectionDepths(step, 0))
  if (depths.length > MOST_CONNECTIONS) return { refusal: `Bulk queries cannot contain more than ${MOST_CONNECTIONS} connections.` }
  if (Math.max(...depths) > MOST_DEPTH)
    return { refusal: `Bulk queries cannot contain connections with a nesting depth greater than ${MOST_DEPTH}.` }
  return { roots }
}

const stepsInto = (step: Step): readonly Step[] =>
  step.shape === 'leaf' || !isObjectType(adminSchema().schema.getType(step.type)) ? [] : step.into(step.type)

function hasConnectionInList(step: Step, inList: boolean): boolean {
  if (inList && step.shape === 'connection') return true
  return stepsInto(step).some((next) => hasConnectionInList(next, step.shape === 'list' || (inList && step.shape !== 'connection')))
}

function connectionDepths(step: Step, depth: number): number[] {
  const own = step.shape === 'connection' ? [depth] : []
  return [...own, ...stepsInto(step).flatMap((next) => connectionDepths(next, depth + own.length))]
}

function stepsOf(set: SelectionSetNode, type: string, document: DocumentNode): Step[] {
  const { schema } = adminSchema()
  const fragments = fragmentsOf(document)
  const parent = schema.getType(type)
  return set.selections.flatMap((selection): Step[] => {
    if (selection.kind === 'Field') return [stepOf(selection, type, document)]
    const fragment = selection.kind === 'FragmentSpread' ? fragments.get(selection.name.value) : selection
    const condition = fragment?.typeCondition?.name.value ?? type
    const other = schema.getType(condition)
    const applies = condition === type || (isObjectType(parent) && other && 'name' in other && fits(other.name, type))
    return fragment && applies ? stepsOf(fragment.selectionSet, type, document) : []
  })
}

function fits(abstract: string, type: string): boolean {
  const { schema } = adminSchema()
  const [wide, narrow] = [schema.getType(abstract), schema.getType(type)]
  return Boolean(
    wide &&
    narrow &&
    isObjectType(narrow) &&
    'name' in wide &&
    !isObjectType(wide) &&
    isCompositeType(wide) &&
    schema.isSubType(wide, narrow),
  )
}

type FieldNode = Extract<SelectionSetNode['selections'][number], { kind: 'Field' }>

function stepOf(node: FieldNode, type: string, document: DocumentNode): Step {
  const field = node.name.value
  const key = node.alias?.value ?? field
  const nothing = { key, field, args: {}, into: () => [] }
  if (field === '__typename') return { ...nothing, shape: 'leaf', type: 'String', resolve: () => type }
  const parent = adminSchema().schema.getType(type)
  const definition = parent && 'getFields' in parent ? parent.getFields()[field] : undefined
  if (!definition || !('args' in definition)) throw new Error(`${type}.${field} has passed validation and is not there`)
  const args = Object.fromEntries((node.arguments ?? []).map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]))
  const named = getNamedType(definition.type)
  // An interface's own fields are resolved by the type that is there.
  const resolve = isObjectType(parent) ? resolverOf(type, field) : () => undefined
  const { selectionSet } = node
  if (!selectionSet || !isCompositeType(named)) return { ...nothing, shape: 'leaf', type: named.name, args, resolve }
  const isConnection = named.name.endsWith('Connection')
  const set = isConnection ? nodeSelection(selectionSet) : selectionSet
  const target = isConnection ? nodeType(named.name) : named.name
  const known = new Map<string, Step[]>()
  const into = (into: string) => {
    const steps = known.get(into) ?? stepsOf(set, into, document)
    known.set(into, steps)
    return steps
  }
  const shape = isConnection ? 'connection' : isListType(getNullableType(definition.type)) ? 'list' : 'object'
  return { key, field, shape, type: target, args, resolve, into }
}

/** `edges { node { ... } }` and `nodes { ... }` both mean their node. */
function nodeSelection(set: SelectionSetNode): SelectionSetNode {
  const selections = set.selections.flatMap((selection) => {
    if (selection.kind !== 'Field') return []
    if (selection.name.value === 'nodes') return selection.selectionSet?.selections ?? []
    if (selection.name.value !== 'edges') return []
    return (selection.selectionSet?.selections ?? []).flatMap((inner) =>
      inner.kind === 'Field' && inner.name.value === 'node' ? (inner.selectionSet?.selections ?? []) : [],
    )
  })
  return { ...set, selections }
}

function nodeType(connection: string): string {
  const type = adminSchema().schema.getType(connection)
  const nodes = type && 'getFields' in type ? type.getFields()['nodes'] : undefined
  if (!nodes) throw new Error(`${connection} has no nodes`)
  return getNamedType(nodes.type).name
}
