import { now } from '../platform/clock.server.ts'
import { REPRICE } from '../platform/codes/discount-documents.ts'
import { db } from '../platform/db.server.ts'
import { adminFor } from '../platform/shopify/admin.server.ts'
import { amountOff, termsNamedBy } from './discount.ts'
import { readProgramVersion } from './programs.server.ts'
import { reads } from './reads.server.ts'

interface Gift {
  key: string
  discountId: string
  amount: string
}

/** Reaction: a gift that was promised stays free although its price has changed since its codes were made. */
export async function repriceGifts(shop: string): Promise<void> {
  const gifts = await db.$queryRaw<Gift[]>`
    select key, discount_id as "discountId", terms #>> '{customerGets,value,discountAmount,amount}' as amount from code_discount
    where shop = ${shop} and owner = 'reward' and discount_id is not null and expires_at > ${now()}
      and terms #> '{customerGets,items,products,productVariantsToAdd}' is not null`
  for (const gift of gifts) await reprice(shop, gift)
}

async function reprice(shop: string, { key, discountId, amount }: Gift): Promise<void> {
  const { version, tier } = termsNamedBy(key)
  const value = (await readProgramVersion(shop, version))?.terms.values[tier]
  const [price, known] = [value?.kind === 'gift' ? await reads().readPrice(shop, value.variantId) : null, await reads().readShop(shop)]
  if (!price || !known) return
  const worth = amountOff(price, known.currency)
  if (worth.discountAmount.amount === amount) return
  await adminFor(shop).query(REPRICE, { id: discountId, discount: { customerGets: { value: worth } } })
  await db.$executeRaw`
    update code_discount set terms = jsonb_set(terms, '{customerGets,value}', ${JSON.stringify(worth)}::jsonb)
    where shop = ${shop} and key = ${key}`
}
