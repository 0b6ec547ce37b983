import type { Simulator } from '../../simulator.ts'
import type { Caller } from '../fields.ts'
import type { Listing } from '../listing.ts'
import { reader } from '../reader.ts'
import type { BulkRow } from './fields.ts'
import { planOf, type Step } from './plan.ts'
import { type Child, isDenied, lineOf, refuseClosedFields, typeOf } from './write.ts'

/** Runs beside the call that asked for it. */
export function startBulkOperation(simulator: Simulator, operation: BulkRow): void {
  void carryOut(simulator, operation).catch((error: unknown) => simulator.log(`bulk operation ${operation.id}: ${error}`))
}

/** What a stopped simulator left behind starts over. */
export async function resumeBulkOperations(simulator: Simulator): Promise<void> {
  const { sql } = simulator.store
  const { rows } = await sql.query<BulkRow>(`select * from bulk_operation where status in ('CREATED', 'RUNNING', 'CANCELING')`)
  for (const operation of rows) {
    await sql.query('delete from bulk_chunk where operation = $1', [operation.id])
    startBulkOperation(simulator, operation)
  }
}

async function carryOut(simulator: Simulator, operation: BulkRow): Promise<void> {
  const { sql } = simulator.store
  const { rows } = await sql.query<BulkRow>(
    `update bulk_operation set status = 'RUNNING' where id = $1 and status in ('CREATED', 'RUNNING') returning *`,
    [operation.id],
  )
  const end = rows[0] ? await write(simulator, operation).catch((error: unknown) => failure(simulator, error)) : 'CANCELED'
  const code = end === 'ACCESS_DENIED' || end === 'INTERNAL_SERVER_ERROR' ? end : null
  const ended = await sql.query<BulkRow>(
    'update bulk_operation set status = $2, error_code = $3, completed_at = $4 where id = $1 returning *',
    [operation.id, code ? 'FAILED' : end, code, simulator.clock.now()],
  )
  if (ended.rows[0]) await tell(simulator, ended.rows[0])
}

function failure(simulator: Simulator, error: unknown): 'ACCESS_DENIED' | 'INTERNAL_SERVER_ERROR' {
  if (isDenied(error)) return 'ACCESS_DENIED'
  simulator.log(`bulk operation failed: ${error instanceof Error ? error.stack : error}`)
  return 'INTERNAL_SERVER_ERROR'
}

async function tell(simulator: Simulator, operation: BulkRow): Promise<void> {
  await simulator.announce(operation.shop, 'bulk_operations/finish', {
    admin_graphql_api_id: `gid://shopify/BulkOperation/${operation.id}`,
    completed_at: operation.completed_at?.toISOString() ?? null,
    created_at: operation.created_at.toISOString(),
    error_code: operation.error_code?.toLowerCase() ?? null,
    status: operation.status.toLowerCase(),
    type: 'query',
  })
}

/** Streams: never more than a page of roots and a chunk of text in memory. */
async function write(simulator: Simulator, operation: BulkRow): Promise<'COMPLETED' | 'CANCELED'> {
  const shop = await simulator.store.shop(operation.shop)
  const plan = planOf(operation.query)
  if (!shop || 'refusal' in plan) throw new Error('refusal' in plan ? plan.refusal : `no shop ${operation.shop}`)
  const caller: Caller = {
    simulator,
    shop,
    scopes: operation.scopes,
    product: reader(simulator.store, shop.domain, 'product'),
    customer: reader(simulator.store, shop.domain, 'customer'),
  }
  refuseClosedFields(plan.roots, 'QueryRoot', caller)
  const output = new Output(simulator, operation)
  for (const root of plan.roots) {
    const given = root.resolve(undefined as never, root.args, caller)
    const listing = (given instanceof Promise ? await given : given) as Listing<unknown>
    for await (const page of listing.all()) {
      await writeNodes(root, page, null, { caller, output, grouped: operation.grouped })
      output.roots += page.length
      if (!(await output.report())) return 'CANCELED'
    }
  }
  await output.flush()
  await output.report()
  return 'COMPLETED'
}

interface Pen {
  caller: Caller
  output: Output
  grouped: boolean
}

/** Ungrouped, a page's children come after all of its parents; grouped, each parent is followed by its own. */
async function writeNodes(step: Step, nodes: readonly unknown[], parentId: unknown, pen: Pen): Promise<void> {
  const children: Child[] = []
  for (const node of nodes) {
    const steps = step.into(typeOf(node, step))
    const line: Record<string, unknown> = {}
    const own: Child[] = []
    const made = lineOf(steps, node, { caller: pen.caller, children: own, id: () => idOf(node, steps, line, pen.caller) }, line)
    if (made instanceof Promise) await made
    if (parentId !== null) line['__parentId'] = parentId
    if (pen.output.line(line)) await pen.output.flush()
    if (pen.grouped && own.length > 0) await writeChildren(own, pen)
    else if (own.length > 0) children.push(...own)
  }
  await writeChildren(children, pen)
}

async function writeChildren(children: readonly Child[], pen: Pen): Promise<void> {
  for (const { step, listing, parentId } of children) {
    for await (const page of listing.all()) await writeNodes(step, page, parentId, pen)
  }
}

function idOf(node: unknown, steps: readonly Step[], line: Record<string, unknown>, caller: Caller): unknown {
  const asked = steps.find((step) => step.field === 'id')
  return asked ? (line[asked.key] ?? asked.resolve(node as never, {}, caller)) : null
}

class Output {
  roots = 0
  readonly #simulator: Simulator
  readonly #operation: BulkRow
  #objects = 0
  #bytes = 0
  #chunks = 0
  #text = ''

  constructor(simulator: Simulator, operation: BulkRow) {
    this.#simulator = simulator
    this.#operation = operation
  }

  /** True when there is enough for a chunk. */
  line(value: object): boolean {
    this.#text += `${JSON.stringify(value)}\n`
    this.#objects += 1
    return this.#text.length >= this.#simulator.settings.bulkChunkBytes
  }

  async flush(): Promise<void> {
    if (this.#text === '') return
    this.#bytes += Buffer.byteLength(this.#text)
    const chunk = [this.#operation.id, this.#chunks++, this.#text]
    this.#text = ''
    await this.#simulator.store.sql.query('insert into bulk_chunk (operation, n, body) values ($1, $2, $3)', chunk)
  }

  /** How far it is; false when the app has cancelled. */
  async report(): Promise<boolean> {
    const { rows } = await this.#simulator.store.sql.query<{ status: string }>(
      'update bulk_operation set object_count = $2, root_count = $3, file_size = $4 where id = $1 returning status',
      [this.#operation.id, this.#objects, this.roots, this.#bytes],
    )
    return rows[0]?.status === 'RUNNING'
  }
}
