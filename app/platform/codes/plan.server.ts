import { randomBytes } from 'node:crypto'
import { db, type Tx } from '../db.server.ts'
import type { CodeTerms } from '../../values/code.ts'
import { codeFrom, poolSize, RANDOM_BYTES } from './code.ts'
import type { CodeOwner } from './owner.ts'

export interface PlannedDiscount {
  shop: string
  key: string
  owner: string
  kind: 'basic' | 'free-shipping'
  terms: CodeTerms
  prefix: string
  expiresAt: Date
  /** The only shopper who may use it, as the terms say too. */
  customerId?: string | undefined
}

/** Writes down a discount whose codes somebody will need; it is made with the first of them. */
export async function planDiscountOf(tx: Tx, planned: PlannedDiscount): Promise<void> {
  const { shop, key, owner, kind, terms, prefix, expiresAt, customerId = null } = planned
  await tx.$executeRaw`
    insert into code_discount (shop, key, owner, kind, terms, prefix, expires_at, customer_id)
    values (${shop}, ${key}, ${owner}, ${kind}, ${JSON.stringify(terms)}::jsonb, ${prefix}, ${expiresAt}, ${customerId})
    on conflict do nothing`
}

/** Writes down the codes that the discount shall have beyond those it has: for those who wait, and a few to keep ready unless it is one shopper's. */
export async function planCodes(
  shop: string,
  { key: discountKey, prefix, customerId }: { key: string; prefix: string; customerId: string | null },
  owner: CodeOwner,
): Promise<void> {
  const { waiting, lately } = await owner.demand(shop, discountKey)
  const coming = await db.discountCode.count({ where: { shop, discountKey, state: { in: ['planned', 'adding', 'ready'] } } })
  const size = customerId === null ? poolSize(lately + waiting) : 0
  // A pool that is half full is full enough: each call to Shopify should bring many codes.
  if (coming >= waiting + size / 2) return
  const codes = Array.from({ length: waiting + size - coming }, () => codeFrom(prefix, randomBytes(RANDOM_BYTES)))
  await db.discountCode.createMany({
    data: codes.map((code) => ({ shop, code, discountKey, state: 'planned' })),
    skipDuplicates: true,
  })
}
