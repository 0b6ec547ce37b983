import type { Person } from '../values/person.ts'
import type { PersonalRecords } from './shopify/personal.ts'

/** Bodies of deliveries that could not be processed: finished ones keep none. */
export const unfinishedRecords: PersonalRecords = {
  async collect(tx, person) {
    const rows = await tx.$queryRaw<{ topic: string; body: string }[]>`
      select topic, body from delivery where shop = ${person.shop} and body <> '' and topic <> all(${PRIVACY}) and body ilike any(${mentions(person)})`
    return rows
  },
  async redact(tx, person) {
    return tx.$executeRaw`
      update delivery set body = '', state = 'ignored', reason = 'its shopper asked to be forgotten'
      where shop = ${person.shop} and body <> '' and topic <> all(${PRIVACY}) and body ilike any(${mentions(person)})`
  },
}

const PRIVACY = ['customers/data_request', 'customers/redact', 'shop/redact']

// Ids are long and unique at Shopify, so a text search finds no strangers. Other apps' webhooks know her by her address alone.
const mentions = ({ customerId, email, orderIds }: Person): string[] => [
  ...[customerId, ...orderIds].map((id) => `%${id.replaceAll(/\D/g, '')}%`),
  ...(email ? [`%"${email.replaceAll(/[\\%_]/g, '\\$&')}"%`] : []),
]
