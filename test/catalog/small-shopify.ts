import { afterAll, beforeAll, vi } from 'vitest'
import { execute, executeSync, parse, validate } from 'graphql'
import { API_VERSION } from '#app/platform/shopify/api-version.ts'
import { db } from '#app/platform/db.server.ts'
import { readIntrospection, schemaOf } from '#test/support/admin-schema.ts'

export type Node = { id: string; __typename: string; [field: string]: unknown }
type Page = { first?: number | null; after?: string | null }

/** A list as Shopify pages it: the cursor is the place in the list. */
export const connection = (nodes: readonly Node[]) => {
  return ({ first, after }: Page) => {
    const from = after ? Number(after) : 0
    const to = from + (first ?? nodes.length)
    const page = nodes.slice(from, to)
    return { nodes: page, edges: page.map((node) => ({ node })), pageInfo: { hasNextPage: to < nodes.length, endCursor: String(to) } }
  }
}

const schema = schemaOf(readIntrospection(API_VERSION))

interface Operation {
  id: string
  status: string
  errorCode: string | null
  createdAt: string
  objectCount: string
  fileSize: string | null
  url: string | null
  query: string
}

/** As much of Shopify as the mirror asks: real documents on the real schema, over plain objects. */
export class SmallShopify {
  readonly nodes = new Map<string, Node>()
  readonly operations: Operation[] = []
  readonly asked: string[] = []
  /** How many operations may run at once; each completes when it is first looked at, unless held. */
  atOnce = 5
  held = false
  /** Breaks the next download off after so many lines. */
  breakAfter: number | null = null

  put(...nodes: Node[]): void {
    for (const node of nodes) this.nodes.set(node.id, node)
  }

  drop(id: string): void {
    this.nodes.delete(id)
  }

  private of(type: string): Node[] {
    return [...this.nodes.values()].filter((node) => node.__typename === type)
  }

  private lines(): Node[] {
    return this.of('Order').flatMap((order) => (order['lineItems'] as ReturnType<typeof connection>)({}).nodes)
  }

  private roots() {
    const one = ({ id }: { id: string }) => this.nodes.get(id) ?? this.lines().find((line) => line.id === id) ?? null
    const listed = (type: string) => (page: Page) => connection(this.of(type))(page)
    return {
      node: one,
      nodes: ({ ids }: { ids: string[] }) => ids.map((id) => one({ id })),
      product: one,
      collection: one,
      order: one,
      return: one,
      products: listed('Product'),
      collections: listed('Collection'),
      customers: listed('Customer'),
      orders: listed('Order'),
      bulkOperation: ({ id }: { id: string }) => this.look(id),
      bulkOperations: (page: Page) => connection([...this.operations].reverse() as unknown as Node[])(page),
      bulkOperationRunQuery: ({ query }: { query: string }) => this.run(query),
    }
  }

  private run(query: string) {
    if (this.operations.filter((one) => one.status === 'RUNNING').length >= this.atOnce)
      return { bulkOperation: null, userErrors: [{ field: null, message: 'Too many are running', code: 'OPERATION_IN_PROGRESS' }] }
    const faults = validate(schema, parse(query))
    if (faults.length > 0) return { bulkOperation: null, userErrors: [{ field: ['query'], message: faults[0]?.message, code: 'INVALID' }] }
    const id = `gid://shopify/BulkOperation/${this.operations.length + 1}`
    const operation = {
      id,
      status: 'RUNNING',
      errorCode: null,
      createdAt: new Date().toISOString(),
      objectCount: '0',
      fileSize: null,
      url: null,
      query,
    }
    this.operations.push(operation)
    return { bulkOperation: operation, userErrors: [] }
  }

  private look(id: string): Operation | null {
    const operation = this.operations.find((one) => one.id === id)
    if (!operation || operation.status !== 'RUNNING' || this.held) return operation ?? null
    const lines = this.result(operation.query)
    const url = lines.length ? `https://storage.shopify.com/${id.split('/').at(-1)}.jsonl` : null
    return Object.assign(operation, { status: 'COMPLETED', objectCount: String(lines.length), url })
  }

  private result(query: string): string[] {
    const { data, errors } = executeSync({ schema, document: parse(query), rootValue: this.roots() })
    if (errors || !data) throw errors?.[0] ?? new Error('It answered nothing')
    return linesOf(data)
  }

  async fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init)
    const url = new URL(request.url)
    if (url.hostname === 'storage.shopify.com') return this.download(url)
    if (!url.hostname.endsWith('.myshopify.com')) throw new Error(`nobody expected a call to ${url.origin}`)
    const { query, variables } = (await request.json()) as { query: string; variables: Record<string, unknown> }
    const document = parse(query)
    this.asked.push(/(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '?')
    const faults = validate(schema, document)
    if (faults.length > 0) return Response.json({ errors: faults.map((fault) => ({ message: fault.message })) })
    return Response.json(await execute({ schema, document, rootValue: this.roots(), variableValues: variables }))
  }

  private download(url: URL): Response {
    const operation = this.operations.find((one) => url.pathname === `/${one.id.split('/').at(-1)}.jsonl`)
    if (!operation) return new Response(null, { status: 403 })
    const [lines, breakAfter] = [this.result(operation.query), this.breakAfter]
    this.breakAfter = null
    let sent = 0
    const body = new ReadableStream({
      pull(controller) {
        if (sent === breakAfter) return controller.error(new Error('the connection was reset'))
        const line = lines[sent++]
        if (line === undefined) return controller.close()
        controller.enqueue(new TextEncoder().encode(`${line}\n`))
      },
    })
    return new Response(body)
  }
}

type Json = Record<string, unknown>
const isConnection = (value: unknown): value is { edges: { node: Json }[] } =>
  typeof value === 'object' && value !== null && 'edges' in value

/** Shopify's bulk format: each node of a list on a line of its own, naming the one it belongs to. */
function linesOf(value: object, parentId?: string): string[] {
  return Object.values(value).flatMap((field) => {
    if (!isConnection(field)) return []
    return field.edges.flatMap(({ node }) => {
      const own = Object.fromEntries(Object.entries(node).filter(([, inner]) => !isConnection(inner)))
      return [JSON.stringify(parentId ? { ...own, __parentId: parentId } : own), ...linesOf(node, String(node['id']))]
    })
  })
}

/** Answers the app's calls for the whole test file. */
export function useSmallShopify(): SmallShopify {
  const shopify = new SmallShopify()
  beforeAll(() => void vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => shopify.fetch(input, init)))
  afterAll(() => void vi.unstubAllGlobals())
  return shopify
}

let shops = 0
/** The same as `installedShop`, of a name that no other has. */
export const newShop = (): Promise<string> => installedShop(`shop-${(shops += 1)}.myshopify.com`)

/** A shop with Encore in it and a token that lasts. */
export async function installedShop(shop: string, currency = 'EUR'): Promise<string> {
  await db.shop.create({ data: { shop, currency, installedAt: new Date('2020-01-01') } })
  const session = { id: `offline_${shop}`, shop, state: '', isOnline: false, accessToken: 'token', scope: '' }
  await db.session.create({ data: session })
  return shop
}
