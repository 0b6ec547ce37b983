import type { CodeDiscount } from '@prisma/client'
import { now } from '../clock.server.ts'
import type { CodeTerms } from '../../values/code.ts'
import { db, transact } from '../db.server.ts'
import { DAYS, later } from '../../values/time.ts'
import { adminFor, AdminRefused } from '../shopify/admin.server.ts'
import { CREATE_BASIC, CREATE_FREE_SHIPPING, FIND_BY_CODE } from './discount-documents.ts'

/** Shopify's id of the discount; makes it with the first of its real codes. What may have been made before a crash is looked up first. */
export async function ensureDiscount(shop: string, key: string): Promise<string> {
  for (let tried = 0; tried < 3; tried++) {
    const planned = await chooseFirstCode(shop, key)
    if (planned.discountId) return planned.discountId
    const made = (planned.tried ? await findOurs(shop, planned) : null) ?? (await make(shop, planned))
    if (made !== 'taken') return made
    await dropCode(shop, key, planned.firstCode)
  }
  throw new Error(`Three codes in a row were taken in ${shop}`)
}

type Planned = CodeDiscount & { firstCode: string; tried: boolean }

const chooseFirstCode = (shop: string, key: string): Promise<Planned> =>
  transact(async (tx) => {
    const where = { shop_key: { shop, key } }
    const row = await tx.codeDiscount.findUniqueOrThrow({ where })
    if (row.firstCode) return { ...row, firstCode: row.firstCode, tried: true }
    const { code } = await tx.discountCode.findFirstOrThrow({
      where: { shop, discountKey: key, state: 'planned' },
      orderBy: { code: 'asc' },
    })
    // Its batch is the discount itself: no bulk call will add it.
    await tx.discountCode.update({ where: { shop_code: { shop, code } }, data: { state: 'adding', batch: 'first' } })
    const making = await tx.codeDiscount.update({ where, data: { firstCode: code, state: 'making' } })
    return { ...making, firstCode: code, tried: false }
  })

async function make(shop: string, row: Planned): Promise<string | 'taken'> {
  // Long ago: by a clock of ours that is ahead of Shopify's, or is put back, a code would not be good yet when she gets it.
  const discount = { ...(row.terms as object), code: row.firstCode, startsAt: later(now(), -DAYS).toISOString() }
  try {
    const admin = adminFor(shop)
    const node =
      row.kind === 'basic'
        ? (await admin.query(CREATE_BASIC, { discount })).discountCodeBasicCreate.codeDiscountNode
        : (await admin.query(CREATE_FREE_SHIPPING, { discount })).discountCodeFreeShippingCreate.codeDiscountNode
    if (!node) throw new Error(`Shopify made no discount for ${row.key}`)
    return await noteMade(shop, row.key, row.firstCode, node.id)
  } catch (error) {
    if (isTaken(error)) return (await findOurs(shop, row)) ?? 'taken'
    if (error instanceof AdminRefused) await db.codeDiscount.updateMany({ where: { shop, key: row.key }, data: { reason: error.message } })
    throw error
  }
}

const isTaken = (error: unknown): boolean => error instanceof AdminRefused && error.reasons.some(({ code }) => code === 'TAKEN')

/** The discount that an earlier, interrupted call has made. */
async function findOurs(shop: string, { key, firstCode: code, terms }: Planned): Promise<string | null> {
  const { codeDiscountNodeByCode: node } = await adminFor(shop).query(FIND_BY_CODE, { code })
  const { title } = terms as unknown as CodeTerms
  return node?.codeDiscount.title === title ? noteMade(shop, key, code, node.id) : null
}

const noteMade = (shop: string, key: string, code: string, discountId: string): Promise<string> =>
  transact(async (tx) => {
    await tx.codeDiscount.update({ where: { shop_key: { shop, key } }, data: { discountId, state: 'made', reason: null } })
    await tx.discountCode.updateMany({ where: { shop, code, state: 'adding' }, data: { state: 'ready' } })
    return discountId
  })

/** Somebody else's code of the same letters: ours needs other ones. */
const dropCode = (shop: string, key: string, code: string): Promise<void> =>
  transact(async (tx) => {
    await tx.discountCode.update({ where: { shop_code: { shop, code } }, data: { state: 'failed' } })
    await tx.codeDiscount.update({ where: { shop_key: { shop, key } }, data: { firstCode: null, state: 'planned' } })
  })
