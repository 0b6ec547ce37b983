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

/** What one line is being made of: its connections are put aside, because their nodes become lines of their own. */
export interface Draft {
  caller: Caller
  children: Child[]
  /** The id of the node whose line this is. */
  id: () => unknown
}

/**
 * One object as its line shows it. Half a million lines pass here, nearly all without waiting for anything: a promise is
 * made only where a field has to be waited for.
 */
export function lineOf(steps: readonly Step[], source: unknown, draft: Draft, line: Json, from = 0): Json | Promise<Json> {
  for (let index = from; index < steps.length; index++) {
    const step = steps[index] as Step
    const value = step.resolve(source as never, step.args, draft.caller)
    const placed = value instanceof Promise ? value.then((settled) => place(step, settled, draft, line)) : place(step, value, draft, line)
    if (placed instanceof Promise) return placed.then(() => lineOf(steps, source, draft, line, index + 1))
  }
  return line
}

function place(step: Step, value: unknown, draft: Draft, line: Json): void | Promise<void> {
  if (step.shape === 'leaf') line[step.key] = value ?? null
  else if (value instanceof Listing) draft.children.push({ step, listing: value, parentId: draft.id() })
  else if (value === null || value === undefined) line[step.key] = null
  else {
    const made = step.shape === 'list' ? all((value as unknown[]).map((entry) => inner(step, entry, draft))) : inner(step, value, draft)
    if (made instanceof Promise) return made.then((settled) => void (line[step.key] = settled))
    line[step.key] = made
  }
}

const all = (entries: (Json | Promise<Json>)[]): Json[] | Promise<Json[]> =>
  entries.some((entry) => entry instanceof Promise) ? Promise.all(entries) : (entries as Json[])

function inner(step: Step, source: unknown, draft: Draft): Json | Promise<Json> {
  return lineOf(step.into(typeOf(source, step)), source, draft, {})
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
