import type { GraphQLError } from 'graphql'
import { refuseAccess } from '../execute.ts'
import type { Caller } from '../fields.ts'
import { Listing } from '../listing.ts'
import { adminSchema } from '../schema.ts'
import type { Step } from './plan.ts'

export interface Child {
  step: Step
  listing: Listing<unknown>
  parentId: unknown
}

type Json = Record<string, unknown>

/** One object as its line shows it; its connections are put aside, because their nodes become lines of their own. */
export async function lineOf(
  steps: readonly Step[],
  source: unknown,
  caller: Caller,
  children: Child[],
  line: Json,
  id: () => unknown,
): Promise<Json> {
  for (const step of steps) {
    const given = step.resolve(source as never, step.args, caller)
    const value = given instanceof Promise ? await given : given
    if (step.shape === 'leaf') line[step.key] = value ?? null
    else if (value instanceof Listing) children.push({ step, listing: value, parentId: id() })
    else if (value === null || value === undefined) line[step.key] = null
    else if (step.shape === 'list') {
      const entries: Json[] = []
      for (const entry of value as unknown[]) entries.push(await inner(step, entry, caller, children, id))
      line[step.key] = entries
    } else line[step.key] = await inner(step, value, caller, children, id)
  }
  return line
}

function inner(step: Step, source: unknown, caller: Caller, children: Child[], id: () => unknown): Promise<Json> {
  return lineOf(step.into(typeOf(source, step)), source, caller, children, {}, id)
}

export const typeOf = (source: unknown, step: Step): string => (source as { __typename?: string }).__typename ?? step.type

/** Throws before anything is written when a field is closed to the app; Shopify fails the whole operation with ACCESS_DENIED. */
export function refuseClosedFields(steps: readonly Step[], parent: string, caller: Caller): void {
  for (const step of steps) {
    refuseAccess(adminSchema().facts, caller, parent, step.field, step.type)
    if (step.shape !== 'leaf') refuseClosedFields(step.into(step.type), step.type, caller)
  }
}

export const isDenied = (error: unknown): boolean => (error as GraphQLError | null)?.extensions?.['code'] === 'ACCESS_DENIED'
