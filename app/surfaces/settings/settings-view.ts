import { sayTime } from '#app/values/time.ts'

export interface LackingScope {
  scope: string
  without: string
}
export interface PrivacyRow {
  id: string
  what: string
  requested: string
  done: string | null
  hasReport: boolean // what Encore held about the shopper can be downloaded
}

/** What Encore cannot do without a permission; the reasons for asking are in shopify.app.toml. */
const WITHOUT: Readonly<Record<string, string>> = {
  read_products: 'Offers cannot name products. Open Encore again and grant it.',
  write_products: 'Stars do not reach the shop’s pages. Open Encore again and grant it.',
  write_metaobjects: 'Reviews do not reach the shop’s pages. Open Encore again and grant it.',
  read_inventory: 'Encore cannot tell what is sold out, so it offers nothing that is tracked. Open Encore again and grant it.',
  read_orders: 'Revenue cannot be counted and orders are not listed. Open Encore again and grant it.',
  read_all_orders:
    'Shopify shows Encore only orders of the last 60 days, so an older shopper may count as new. Shopify has to approve it for the app.',
  write_order_edits: 'What was added to an order without being paid can be removed in Shopify only. Open Encore again and grant it.',
  read_fulfillments: 'Encore does not learn when a parcel arrives, so it asks nobody for a review. Open Encore again and grant it.',
  read_customers: 'Rules for first-time and returning shoppers cannot be judged. Open Encore again and grant it.',
  write_discounts: 'Reviews are not thanked for: Encore cannot make discount codes. Open Encore again and grant it.',
  write_files: 'Photos and videos of reviews stay with Encore and are shown nowhere. Open Encore again and grant it.',
  write_app_proxy: 'Encore has no address under the shop’s own domain. Open Encore again and grant it.',
  write_checkout_extensions_apis: 'Shopify does not show the page after payment. Open Encore again and grant it.',
}

export const lackingScopes = (wanted: readonly string[], granted: readonly string[]): LackingScope[] =>
  wanted
    .filter((scope) => !granted.includes(scope))
    .map((scope) => ({ scope, without: WITHOUT[scope] ?? 'Some of Encore does not work. Open Encore again and grant it.' }))

const REQUESTS: Readonly<Record<string, string>> = {
  'customers/data_request': 'Report what Encore holds about a shopper',
  'customers/redact': 'Erase a shopper',
  'shop/redact': 'Erase the shop',
}

interface Request {
  id: string
  topic: string
  requestedAt: Date
  doneAt: Date | null
}

export const privacyRows = (requests: readonly Request[], timeZone: string): PrivacyRow[] =>
  requests.map(({ id, topic, requestedAt, doneAt }) => ({
    id,
    what: REQUESTS[topic] ?? topic,
    requested: sayTime(requestedAt, timeZone),
    done: doneAt && sayTime(doneAt, timeZone),
    hasReport: topic === 'customers/data_request' && doneAt !== null,
  }))
