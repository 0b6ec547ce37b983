import pg from 'pg'
import { keysOf, normalKey } from './store-keys.ts'
import { EVERY_TABLE, TABLES } from './store-tables.ts'
import type { Records, SimShop } from './model.ts'

export type Kind = keyof Records

export interface Page {
  after?: number // id
  limit: number
  reverse?: boolean
  updatedSince?: string
}

/**
 * The simulator's own database: one table of documents per shop, kind and id. `openStore(url)` makes the tables.
 * Writers use `update` (row lock, so two requests never lose each other's change).
 */
export interface Store {
  shops(): Promise<SimShop[]>
  shop(domainOrHandle: string): Promise<SimShop | null>
  putShop(shop: SimShop): Promise<void>
  get<K extends Kind>(shop: string, kind: K, id: number): Promise<Records[K] | null>
  /** By a unique text key: product/collection handle, customer email, checkout token, order token, discount code (upper case). See store-keys.ts. */
  find<K extends Kind>(shop: string, kind: K, key: string): Promise<Records[K] | null>
  /** Every record with that key, newest first: `customer:<id>` finds a customer's orders. */
  matching<K extends Kind>(shop: string, kind: K, key: string): Promise<Records[K][]>
  list<K extends Kind>(shop: string, kind: K, page: Page): Promise<Records[K][]>
  /** All records in pages, oldest id first, with constant memory. */
  pages<K extends Kind>(shop: string, kind: K, size?: number): AsyncGenerator<Records[K][]>
  count(shop: string, kind: Kind): Promise<number>
  /** Insert or replace many in one statement; for seeding and importing. */
  putMany<K extends Kind>(shop: string, kind: K, records: readonly Records[K][]): Promise<void>
  put<K extends Kind>(shop: string, kind: K, record: Records[K]): Promise<void>
  /** Reads under a row lock, changes, writes; returns what was written, or null where there is none. */
  update<K extends Kind>(
    shop: string,
    kind: K,
    id: number,
    change: (record: Records[K]) => Records[K] | Promise<Records[K]>,
  ): Promise<Records[K] | null>
  remove(shop: string, kind: Kind, id: number): Promise<void>
  /** The next of Shopify's ever-growing ids: unique over all shops and kinds. */
  nextId(): Promise<number>
  nextIds(count: number): Promise<number[]>
  /** Small named values: clock offset, tokens, faults, order number counters. */
  setting<T>(key: string, fallback: T): Promise<T>
  setSetting(key: string, value: unknown): Promise<void>
  reset(): Promise<void>
  close(): Promise<void>
  /** For the simulator's own tables (tokens, webhooks, appointments, bulk operations). */
  readonly sql: pg.Pool
}

const MOST_PER_STATEMENT = 500 // documents of orders are several KB each; a statement stays within a few MB
const UPSERT = `
  insert into document (shop, kind, id, keys, updated_at, doc)
  select $1, $2, r.id, string_to_array(r.keys, E'\\x1f'), r.updated_at, r.doc
  from unnest($3::bigint[], $4::text[], $5::timestamptz[], $6::json[]) as r (id, keys, updated_at, doc)
  on conflict (shop, kind, id) do update set keys = excluded.keys, updated_at = excluded.updated_at, doc = excluded.doc`

export async function openStore(url: string): Promise<Store> {
  // int8 as a number: every id here is below 2^53.
  const types = { getTypeParser: (oid: number, format?: 'text') => (oid === 20 ? Number : pg.types.getTypeParser(oid, format)) }
  const sql = new pg.Pool({ connectionString: url, max: 12, types: types as typeof pg.types })
  sql.on('error', () => undefined) // an idle connection that the server closed; the next query opens another
  await makeTables(sql)
  return { sql, ...shops(sql), ...documents(sql), ...settings(sql), ...ids(sql), close: () => sql.end(), reset: () => reset(sql) }
}

/** Two simulators that open an empty database together would otherwise both create its tables. */
async function makeTables(sql: pg.Pool): Promise<void> {
  await sql.query(`begin; select pg_advisory_xact_lock(4000); ${TABLES}; commit`)
}

async function reset(sql: pg.Pool): Promise<void> {
  await sql.query(`truncate ${EVERY_TABLE.join(', ')}; alter sequence simulator_id restart`)
}

function shops(sql: pg.Pool): Pick<Store, 'shops' | 'shop' | 'putShop'> {
  return {
    shops: async () => (await sql.query<{ doc: SimShop }>('select doc from shop order by domain')).rows.map((row) => row.doc),
    shop: async (name) =>
      (await sql.query<{ doc: SimShop }>('select doc from shop where domain = $1 or handle = $1', [name])).rows[0]?.doc ?? null,
    async putShop(shop) {
      await sql.query(
        'insert into shop (domain, handle, doc) values ($1, $2, $3) on conflict (domain) do update set handle = excluded.handle, doc = excluded.doc',
        [shop.domain, shop.handle, JSON.stringify(shop)],
      )
    },
  }
}

function documents(
  sql: pg.Pool,
): Omit<Store, 'shops' | 'shop' | 'putShop' | 'setting' | 'setSetting' | 'nextId' | 'nextIds' | 'reset' | 'close' | 'sql'> {
  const read = async (text: string, values: unknown[]) => (await sql.query<{ doc: never }>(text, values)).rows.map((row) => row.doc)
  const matching = (shop: string, kind: Kind, key: string) =>
    read('select doc from document where keys @> array[$3] and shop = $1 and kind = $2 order by id desc', [
      shop,
      kind,
      normalKey(kind, key),
    ])
  const list = (shop: string, kind: Kind, page: Page) => {
    const [order, beyond] = page.reverse ? ['desc', '<'] : ['asc', '>']
    return read(
      `select doc from document where shop = $1 and kind = $2 and ($3::bigint is null or id ${beyond} $3)
       and ($4::timestamptz is null or updated_at >= $4) order by id ${order} limit $5`,
      [shop, kind, page.after ?? null, page.updatedSince ?? null, page.limit],
    )
  }
  return {
    get: async (shop, kind, id) =>
      (await read('select doc from document where shop = $1 and kind = $2 and id = $3', [shop, kind, id]))[0] ?? null,
    find: async (shop, kind, key) => (await matching(shop, kind, key))[0] ?? null,
    matching,
    list,
    async *pages(shop, kind, size = 250) {
      let after = 0
      for (;;) {
        const page: { id: number }[] = await list(shop, kind, { after, limit: size })
        if (page.length === 0) return
        yield page as never
        after = page.at(-1)?.id ?? after
      }
    },
    count: async (shop, kind) =>
      (await sql.query<{ n: number }>('select count(*) as n from document where shop = $1 and kind = $2', [shop, kind])).rows[0]?.n ?? 0,
    putMany: async (shop, kind, records) => {
      for (let from = 0; from < records.length; from += MOST_PER_STATEMENT) {
        await write(sql, shop, kind, records.slice(from, from + MOST_PER_STATEMENT))
      }
    },
    put: (shop, kind, record) => write(sql, shop, kind, [record]),
    update: (shop, kind, id, change) => update(sql, shop, kind, id, change),
    remove: async (shop, kind, id) =>
      void (await sql.query('delete from document where shop = $1 and kind = $2 and id = $3', [shop, kind, id])),
  }
}

async function write<K extends Kind>(sql: Pick<pg.Pool, 'query'>, shop: string, kind: K, records: readonly Records[K][]): Promise<void> {
  const latest = [...new Map(records.map((record) => [record.id, record])).values()]
  await sql.query(UPSERT, [
    shop,
    kind,
    latest.map((record) => record.id),
    latest.map((record) => keysOf(kind, record).join('\x1f')),
    latest.map((record) => record.updatedAt),
    latest.map((record) => JSON.stringify(record)),
  ])
}

async function update<K extends Kind>(
  sql: pg.Pool,
  shop: string,
  kind: K,
  id: number,
  change: (record: Records[K]) => Records[K] | Promise<Records[K]>,
): Promise<Records[K] | null> {
  const client = await sql.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query<{ doc: Records[K] }>(
      'select doc from document where shop = $1 and kind = $2 and id = $3 for update',
      [shop, kind, id],
    )
    const next = rows[0] ? await change(rows[0].doc) : null
    if (next) await write(client, shop, kind, [next])
    await client.query('commit')
    return next
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

function settings(sql: pg.Pool): Pick<Store, 'setting' | 'setSetting'> {
  return {
    setting: async (key, fallback) => (await sql.query('select value from setting where key = $1', [key])).rows[0]?.value ?? fallback,
    async setSetting(key, value) {
      await sql.query('insert into setting (key, value) values ($1, $2) on conflict (key) do update set value = excluded.value', [
        key,
        JSON.stringify(value),
      ])
    },
  }
}

function ids(sql: pg.Pool): Pick<Store, 'nextId' | 'nextIds'> {
  const nextIds = async (count: number) =>
    (await sql.query<{ id: number }>(`select nextval('simulator_id') as id from generate_series(1, $1::int)`, [count])).rows.map(
      (row) => row.id,
    )
  return { nextIds, nextId: async () => (await nextIds(1))[0] as number }
}
