import { now } from '../platform/clock.server.ts'
import { db, type Tx } from '../platform/db.server.ts'
import { emit } from '../platform/events.server.ts'
import type { PersonalRecords } from '../platform/shopify/personal.ts'
import { languageOf } from '../values/languages.ts'
import type { Person } from '../values/person.ts'
import { DAYS, later } from '../values/time.ts'
import { UNDO_WITHIN } from './import/imports.server.ts'
import { removeMedia } from './media/remove.server.ts'
import { formWords } from './wording/catalogue.ts'

const hers = ({ shop, customerId, orderIds }: Person) => ({ shop, OR: [{ customerId }, { orderId: { in: [...orderIds] } }] })

/** Also what she wrote without an order, under the address that Shopify names. */
const written = (person: Person) => {
  const { shop, OR } = hers(person)
  return { shop, OR: person.email ? [...OR, { email: person.email.toLowerCase() }] : OR }
}

/** What one shopper was asked, what she wrote, and what became of it. Her words stay as a review of nobody; she herself does not. */
export const reviewRecords: PersonalRecords = {
  async collect(tx, person) {
    const requests = await tx.reviewRequest.findMany({ where: hers(person) })
    const reviews = await tx.review.findMany({ where: written(person), omit: { origin: true } })
    const of = { shop: person.shop, reviewId: { in: reviews.map(({ id }) => id) } }
    const [media, versions, log] = await Promise.all([
      tx.reviewMedia.findMany({ where: of, omit: { body: true } }),
      tx.reviewVersion.findMany({ where: of }),
      tx.reviewLog.findMany({ where: of }),
    ])
    const imported = person.email ? await importedLines(tx, person.shop, person.email) : []
    return { requests, reviews, media, versions, log, imported }
  },
  async redact(tx, person) {
    const requests = await tx.reviewRequest.updateMany({ where: hers(person), data: { customerId: null } })
    const reviews = await tx.review.findMany({ where: written(person), select: { shop: true, id: true, productId: true, language: true } })
    let count = requests.count + (person.email ? await emptyLines(tx, person.shop, person.email) : 0)
    for (const review of reviews) count += await forget(tx, review)
    return count
  },
}

/** Lines of files that name her, in whatever column. */
const importedLines = (tx: Tx, shop: string, email: string) =>
  tx.$queryRaw<{ cells: string[] }[]>`
    select cells from review_import_row where shop = ${shop} and lower(${email}) = any(lower(cells::text)::text[])`

const emptyLines = (tx: Tx, shop: string, email: string): Promise<number> =>
  tx.$executeRaw`update review_import_row set cells = '{}' where shop = ${shop} and lower(${email}) = any(lower(cells::text)::text[])`

interface Forgotten {
  shop: string
  id: string
  productId: string
  language: string
}

async function forget(tx: Tx, { shop, id, productId, language }: Forgotten): Promise<number> {
  const media = await removeMedia(tx, shop, id)
  // Shoppers read it on the product page: as of whoever gave no name.
  const gone = { author: formWords(languageOf(language)).nobody, email: null, customerId: null, country: null, origin: null, answers: [] }
  await tx.review.update({ where: { shop_id: { shop, id } }, data: gone })
  const versions = await tx.reviewVersion.deleteMany({ where: { shop, reviewId: id } })
  await tx.reviewLog.createMany({
    data: [{ shop, reviewId: id, id: `redacted-${now().getTime()}`, at: now(), who: 'Encore', what: 'redacted', detail: {} }],
  })
  await emit(tx, 'review.changed', { shop, reviewId: id, productId })
  return 1 + media + versions.count
}

/** Where a review was sent from counts for an hour; a day later it is forgotten. So are a file's lines once its import can no longer be undone. */
export async function forgetTraces(): Promise<void> {
  const at = now()
  await db.review.updateMany({ where: { origin: { not: null }, submittedAt: { lt: later(at, -DAYS) } }, data: { origin: null } })
  await db.$executeRaw`
    delete from review_import_row r using review_import i
    where i.shop = r.shop and i.id = r.import_id and i.done_at < ${later(at, -UNDO_WITHIN)}`
}
