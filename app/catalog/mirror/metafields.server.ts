import { now } from '../../platform/clock.server.ts'
import { db, transact, type Tx } from '../../platform/db.server.ts'
import { enqueue } from '../../platform/jobs.server.ts'
import { document } from '../../platform/shopify/document.ts'
import { adminFor } from '../../platform/shopify/admin.server.ts'
import { gid, idOf, type ShopifyId } from '../../values/ids.ts'
import { SECONDS } from '../../values/time.ts'
import { catalogChanged } from './mirror.server.ts'
import { valuesOf, type MetafieldNode } from './nodes/metafield.ts'
import { markStale } from './stale.server.ts'

interface Valued {
  id: string
  metafield: MetafieldNode | null
}
type Asked = { namespace: string; key: string }

export const READ_ALL_METAFIELDS = document<
  { products: { nodes: Valued[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } },
  Asked & { after: string | null }
>(`query ReadAllMetafields($namespace: String!, $key: String!, $after: String) {
  products(first: 200, after: $after) {
    nodes { id metafield(namespace: $namespace, key: $key) { type value } }
    pageInfo { hasNextPage endCursor }
  }
}`)

export const READ_METAFIELDS = document<{ nodes: (Valued | null)[] }, Asked & { ids: string[] }>(
  `query ReadMetafields($namespace: String!, $key: String!, $ids: [ID!]!) {
    nodes(ids: $ids) { ... on Product { id metafield(namespace: $namespace, key: $key) { type value } } }
  }`,
)

/** Reads the metafields that rules of active offers have begun to name, and forgets what none names any more. */
export const watchMetafields =
  (named: (shop: string) => Promise<string[]>) =>
  async ({ shop }: { shop: string }): Promise<void> => {
    const names = await named(shop)
    await transact(async (tx) => {
      const gone = { shop, name: { notIn: names } }
      await tx.productMetafield.deleteMany({ where: gone })
      await tx.metafieldRead.deleteMany({ where: gone })
      const known = new Set((await tx.metafieldRead.findMany({ where: { shop } })).map(({ name }) => name))
      for (const name of names.filter((one) => !known.has(one))) await begin(tx, shop, name)
    })
  }

/** What changed without a word from Shopify is found once a night; what was read before counts until then. */
export async function rereadMetafields({ shop }: { shop: string }): Promise<void> {
  await transact(async (tx) => {
    for (const { name } of await tx.metafieldRead.findMany({ where: { shop } })) await begin(tx, shop, name)
  })
}

async function begin(tx: Tx, shop: string, name: string): Promise<void> {
  const where = { shop_name: { shop, name } }
  await tx.metafieldRead.upsert({ where, create: { shop, name }, update: { cursor: null } })
  await enqueue(tx, 'read-metafield', { shop, name }, { queue: `refresh:${shop}` })
}

const TURN = 5 * SECONDS

/** Goes through every product, in turns; one that was cut off goes on at the page where it was. */
export async function readMetafield({ shop, name }: { shop: string; name: string }): Promise<void> {
  const until = performance.now() + TURN
  const where = { shop_name: { shop, name } }
  let under = await db.metafieldRead.findUnique({ where })
  while (under) {
    const { products } = await adminFor(shop).query(READ_ALL_METAFIELDS, { ...partsOf(name), after: under.cursor })
    const { hasNextPage, endCursor } = products.pageInfo
    await transact(async (tx) => {
      if ((await tx.metafieldRead.count({ where: { shop, name } })) === 0) return
      await write(tx, shop, name, products.nodes)
      await tx.metafieldRead.update({ where, data: hasNextPage ? { cursor: endCursor } : { cursor: null, readAt: now() } })
      if (!hasNextPage) await catalogChanged(tx, shop)
    })
    if (!hasNextPage) return
    if (performance.now() > until) return enqueue(db, 'read-metafield', { shop, name }, { queue: `refresh:${shop}` })
    under = await db.metafieldRead.findUnique({ where })
  }
}

/** Webhooks of products carry no metafields, so those of a changed product are asked for. */
export async function markMetafields(tx: Tx, shop: string, productId: ShopifyId): Promise<void> {
  if ((await tx.metafieldRead.count({ where: { shop } })) > 0) await markStale(tx, shop, 'metafield', [productId])
}

export async function readMetafieldsOf(shop: string, ids: readonly ShopifyId[]): Promise<(tx: Tx) => Promise<void>> {
  const names = (await db.metafieldRead.findMany({ where: { shop } })).map(({ name }) => name)
  const read = await Promise.all(
    names.map(async (name) => {
      const { nodes } = await adminFor(shop).query(READ_METAFIELDS, { ...partsOf(name), ids: ids.map((id) => gid('Product', id)) })
      return { name, nodes: nodes.filter((node) => node !== null) }
    }),
  )
  return async (tx) => {
    for (const { name, nodes } of read) await write(tx, shop, name, nodes)
    if (names.length > 0) await catalogChanged(tx, shop)
  }
}

async function write(tx: Tx, shop: string, name: string, nodes: readonly Valued[]): Promise<void> {
  const rows = nodes.map(({ id, metafield }) => ({ shop, name, productId: idOf(id), values: metafield ? valuesOf(metafield) : [] }))
  await tx.productMetafield.deleteMany({ where: { shop, name, productId: { in: rows.map(({ productId }) => productId) } } })
  await tx.productMetafield.createMany({ data: rows.filter(({ values }) => values.length > 0) })
}

/** `custom.material`: a namespace has no dot. */
function partsOf(name: string): Asked {
  const [namespace = '', key = ''] = name.split('.')
  return { namespace, key }
}
