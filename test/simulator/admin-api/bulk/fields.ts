import { randomBytes } from 'node:crypto'
import { STORAGE_HOST } from '../../settings.ts'
import { type Caller, type Fields, gid, readGid } from '../fields.ts'
import { ArrayListing } from '../listing.ts'
import { planOf } from './plan.ts'
import { startBulkOperation } from './run.ts'

export interface BulkRow {
  id: number
  shop: string
  status: 'CREATED' | 'RUNNING' | 'COMPLETED' | 'CANCELING' | 'CANCELED' | 'FAILED' | 'EXPIRED'
  query: string
  grouped: boolean
  scopes: string[]
  error_code: string | null
  object_count: number
  root_count: number
  file_size: number
  secret: string
  created_at: Date
  completed_at: Date | null
}

export interface BulkSource {
  __typename: 'BulkOperation'
  operation: BulkRow
}

const KEPT_MS = 7 * 86_400_000 // a result can be fetched for a week
const asBulk = (operation: BulkRow): BulkSource => ({ __typename: 'BulkOperation', operation })

async function read(id: number, { simulator, shop }: Caller): Promise<BulkSource | null> {
  const { rows } = await simulator.store.sql.query<BulkRow>('select * from bulk_operation where shop = $1 and id = $2', [shop.domain, id])
  return rows[0] ? asBulk(rows[0]) : null
}

async function list(_: unknown, { simulator, shop }: Caller): Promise<ArrayListing<BulkSource>> {
  const { rows } = await simulator.store.sql.query<BulkRow>('select * from bulk_operation where shop = $1 order by id desc limit 250', [
    shop.domain,
  ])
  return new ArrayListing(rows.map(asBulk), ({ operation }) => operation.id)
}

async function current(type: 'QUERY' | 'MUTATION' | undefined, { simulator, shop }: Caller): Promise<BulkSource | null> {
  if (type === 'MUTATION') return null
  const { rows } = await simulator.store.sql.query<BulkRow>('select * from bulk_operation where shop = $1 order by id desc limit 1', [
    shop.domain,
  ])
  return rows[0] ? asBulk(rows[0]) : null
}

const refuse = (field: string | null, code: string, message: string) => ({
  bulkOperation: null,
  userErrors: [{ field: field === null ? null : [field], code, message }],
})

async function run(_: unknown, { query, groupObjects }: { query: string; groupObjects: boolean }, caller: Caller): Promise<object> {
  const { store, clock, settings } = caller.simulator
  const plan = planOf(query)
  if ('refusal' in plan) return refuse('query', 'INVALID', `Invalid bulk query: ${plan.refusal}`)
  const { rows } = await store.sql.query<{ n: number }>(
    `select count(*) as n from bulk_operation where shop = $1 and status in ('CREATED', 'RUNNING', 'CANCELING')`,
    [caller.shop.domain],
  )
  if ((rows[0]?.n ?? 0) >= settings.bulkOperationsAtOnce) {
    return refuse(
      null,
      'LIMIT_REACHED',
      `You've reached the limit of ${settings.bulkOperationsAtOnce} concurrent bulk query operations for this shop.`,
    )
  }
  const inserted = await store.sql.query<BulkRow>(
    `insert into bulk_operation (id, shop, status, query, grouped, scopes, secret, created_at) values ($1, $2, 'CREATED', $3, $4, $5, $6, $7) returning *`,
    [await store.nextId(), caller.shop.domain, query, groupObjects, caller.scopes, randomBytes(16).toString('hex'), clock.now()],
  )
  const operation = inserted.rows[0] as BulkRow
  startBulkOperation(caller.simulator, operation)
  return { bulkOperation: asBulk(operation), userErrors: [] }
}

async function cancel(_: unknown, { id }: { id: string }, caller: Caller): Promise<object> {
  const { rows } = await caller.simulator.store.sql.query<BulkRow>(
    `update bulk_operation set status = 'CANCELING' where shop = $1 and id = $2 and status in ('CREATED', 'RUNNING') returning *`,
    [caller.shop.domain, readGid(id)?.id ?? 0],
  )
  if (rows[0]) return { bulkOperation: asBulk(rows[0]), userErrors: [] }
  const there = await read(readGid(id)?.id ?? 0, caller)
  const message = there
    ? `A bulk operation cannot be canceled when it is ${there.operation.status.toLowerCase()}`
    : 'Bulk operation does not exist'
  return { bulkOperation: there, userErrors: [{ field: ['id'], message }] }
}

export const bulkOperationFields = { read, list, current, run, cancel }

const BulkOperation: Fields<BulkSource> = {
  id: ({ operation }) => gid('BulkOperation', operation.id),
  status: ({ operation }) => operation.status,
  type: () => 'QUERY',
  errorCode: ({ operation }) => operation.error_code,
  query: ({ operation }) => operation.query,
  objectCount: ({ operation }) => String(operation.object_count),
  rootObjectCount: ({ operation }) => String(operation.root_count),
  fileSize: ({ operation }) => (operation.status === 'COMPLETED' ? String(operation.file_size) : null),
  createdAt: ({ operation }) => operation.created_at.toISOString(),
  completedAt: ({ operation }) => operation.completed_at?.toISOString() ?? null,
  partialDataUrl: () => null,
  url({ operation }, _, { simulator }) {
    const { status, object_count: count, completed_at: completed } = operation
    if (status !== 'COMPLETED' || count === 0 || !completed) return null
    if (simulator.clock.now().getTime() - completed.getTime() > KEPT_MS) return null
    return `https://${STORAGE_HOST}/bulk/${operation.id}/${operation.secret}.jsonl`
  },
}

export const BULK_TYPES: Record<string, Fields<never>> = { BulkOperation: BulkOperation as Fields<never> }
