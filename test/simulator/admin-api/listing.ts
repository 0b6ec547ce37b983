import { badRequest } from './refusals.ts'

export interface PageArgs {
  first?: number | null
  last?: number | null
  after?: string | null
  before?: string | null
  reverse?: boolean | null
}

export interface PageOf<T> {
  nodes: readonly T[]
  cursors: readonly string[]
  before: boolean
  after: boolean
}

/** What a connection field gives: pages for ordinary queries, everything for a bulk operation. */
export abstract class Listing<T> {
  abstract page(args: PageArgs): Promise<PageOf<T>>
  abstract all(): Iterable<readonly T[]> | AsyncIterable<readonly T[]>
}

const MOST = 250

export interface Window {
  count: number
  /** From the end of the list. */
  backwards: boolean
  /** The id beyond which to read, in the direction of reading. */
  beyond: number | string | null
}

/** What `first`, `last`, `after` and `before` ask for; refuses what Shopify refuses. */
export function windowOf(args: PageArgs): Window {
  const { first, last } = args
  if (first == null && last == null) throw badRequest('you must provide one of first or last')
  if (first != null && last != null) throw badRequest('providing both first and last is not supported')
  const count = (first ?? last) as number
  if (count < 0) throw badRequest(`${first == null ? 'last' : 'first'} cannot be negative`)
  if (count > MOST) throw badRequest(`${first == null ? 'last' : 'first'} cannot exceed ${MOST}`)
  const cursor = first == null ? args.before : args.after
  return { count, backwards: first == null, beyond: cursor == null ? null : readCursor(cursor) }
}

export const cursorOf = (id: number | string): string => Buffer.from(JSON.stringify({ last_id: id })).toString('base64')

function readCursor(cursor: string): number | string {
  try {
    const { last_id } = JSON.parse(Buffer.from(cursor, 'base64').toString())
    if (last_id !== undefined) return last_id
  } catch {
    // falls through to the refusal
  }
  throw badRequest(`Invalid cursor for current pagination sort.`)
}

/** A list that is in memory already: an order's lines, a product's variants. */
export class ArrayListing<T> extends Listing<T> {
  readonly #items: readonly T[]
  readonly #idOf: (item: T) => number | string

  constructor(items: readonly T[], idOf: (item: T) => number | string) {
    super()
    this.#items = items
    this.#idOf = idOf
  }

  override async page(args: PageArgs): Promise<PageOf<T>> {
    const { count, backwards, beyond } = windowOf(args)
    const items = args.reverse ? this.#items.toReversed() : this.#items
    const at = beyond === null ? -1 : items.findIndex((item) => this.#idOf(item) === beyond)
    const from = backwards ? Math.max(0, (beyond === null ? items.length : at) - count) : at + 1
    const to = backwards ? (beyond === null ? items.length : at) : from + count
    const nodes = items.slice(from, to)
    return { nodes, cursors: nodes.map((item) => cursorOf(this.#idOf(item))), before: from > 0, after: from + nodes.length < items.length }
  }

  override all(): Iterable<readonly T[]> {
    return [this.#items]
  }
}
