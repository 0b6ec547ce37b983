import { transact } from '../../platform/db.server.ts'
import type { Tx } from '../../platform/db.server.ts'
import type { Delivered, Reaction, TopicTable } from '../../platform/deliveries.server.ts'
import { parseMoney } from '../../values/money.ts'
import { finishOperation } from './bulk.server.ts'
import { buryCollections, writeCollections } from './collections.server.ts'
import { buriedOf, buryCustomers, writeConsent, writeSmsConsent, writeSummary, writeTagChange } from './customers.server.ts'
import { markMetafields } from './metafields.server.ts'
import { catalogChanged, currencyOf, write } from './mirror.server.ts'
import { writeOrders } from './orders.server.ts'
import {
  Checkout,
  ConsentChanged,
  Customer,
  discountShareOf,
  PurchasingSummary,
  SmsConsentChanged,
  TagsChanged,
} from './payloads/customer.ts'
import { Fulfillment, OrderEdited, Return, Transaction, fulfillmentRow, parseOrder, parseRefund, transactionRow } from './payloads/order.ts'
import { methodOf, regionOf } from './payloads/payload.ts'
import { Collection, Deleted, InventoryItem, InventoryLevel, parseProduct } from './payloads/product.ts'
import { buryProducts, keepOnlyVariants, writeItems, writeProducts } from './products.server.ts'
import { orderOfReturn } from './returns.server.ts'
import { markPlans } from './selling-plans.server.ts'
import { markStale } from './stale.server.ts'
import { CHECKOUT } from './tables.ts'

type Apply = (tx: Tx, delivery: Delivered) => Promise<unknown>
const inOne =
  (apply: Apply): Reaction =>
  (delivery) =>
    transact(async (tx) => void (await apply(tx, delivery)))

/** When Shopify said it. Null where the header is missing: then only the record's own time counts. */
const saidAt = ({ triggeredAt }: Delivered): string | null => triggeredAt?.toISOString() ?? null
const at = ({ triggeredAt, receivedAt }: Delivered): Date => triggeredAt ?? receivedAt

async function applyProduct(tx: Tx, delivery: Delivered): Promise<void> {
  const { shop, body } = delivery
  const { product, variants, stock, variantIds } = parseProduct(body, await currencyOf(tx, shop), saidAt(delivery))
  const { taken, newVariants, changed } = await writeProducts(tx, shop, {
    readAt: product.readAt,
    products: [product],
    variants,
    stock,
    items: [],
  })
  if (taken.length === 0) return
  const removed = await keepOnlyVariants(tx, shop, product.id, variantIds)
  const items = newVariants.map((variant) => variant.inventoryItemId)
  await markStale(tx, shop, 'item', items)
  // Whether an automatic collection now holds it, no webhook tells.
  await markStale(tx, shop, 'membership', [product.id])
  await markMetafields(tx, shop, product.id)
  if (variantIds.length > variants.length) await markStale(tx, shop, 'product', [product.id])
  if (changed + removed > 0) await catalogChanged(tx, shop)
}

async function deleteProduct(tx: Tx, delivery: Delivered): Promise<void> {
  const { id } = Deleted.parse(delivery.body)
  if (await buryProducts(tx, delivery.shop, [id], at(delivery))) await catalogChanged(tx, delivery.shop)
}

// A level is one location's; the variant's stock is the sum over all, which the Admin API knows.
const applyLevel: Apply = (tx, { shop, body }) => markStale(tx, shop, 'item', [InventoryLevel.parse(body).inventory_item_id])

async function applyItem(tx: Tx, { shop, body }: Delivered): Promise<void> {
  const item = InventoryItem.parse(body)
  const cost = item.cost == null ? null : parseMoney(item.cost, await currencyOf(tx, shop))
  const row = { inventoryItemId: item.id, cost, tracked: item.tracked, shippable: item.requires_shipping, itemAt: item.updated_at }
  if ((await writeItems(tx, shop, [row])) > 0) await catalogChanged(tx, shop)
  await markStale(tx, shop, 'item', [item.id])
}

async function applyCollection(tx: Tx, delivery: Delivered): Promise<void> {
  const { shop, body } = delivery
  const { id, title, handle, rules, updated_at: updatedAt } = Collection.parse(body)
  const row = { id, title, handle, automatic: rules != null, updatedAt, readAt: saidAt(delivery) ?? updatedAt }
  if ((await writeCollections(tx, shop, [row])) > 0) await catalogChanged(tx, shop)
  await markStale(tx, shop, 'collection', [id])
}

async function deleteCollection(tx: Tx, delivery: Delivered): Promise<void> {
  const { id } = Deleted.parse(delivery.body)
  if (await buryCollections(tx, delivery.shop, [id], at(delivery))) await catalogChanged(tx, delivery.shop)
}

const applyPlans: Apply = (tx, { shop }) => markPlans(tx, shop)

const applyCustomer: Apply = (tx, { shop, body }) => markStale(tx, shop, 'customer', [Customer.parse(body).id])
const deleteCustomer: Apply = (tx, delivery) => buryCustomers(tx, delivery.shop, [Deleted.parse(delivery.body).id], at(delivery))

const applyTags =
  (on: boolean): Apply =>
  async (tx, { shop, body }) => {
    const { customerId, tags, occurredAt } = TagsChanged.parse(body)
    if (await writeTagChange(tx, shop, customerId, { tags, on, at: occurredAt })) await markStale(tx, shop, 'customer', [customerId])
  }

async function applySummary(tx: Tx, { shop, body }: Delivered): Promise<void> {
  const { spentIn, ...summary } = PurchasingSummary.parse(body)
  const mustRead = await writeSummary(tx, shop, { ...summary, spent: spentIn(await currencyOf(tx, shop)) })
  if (mustRead) await markStale(tx, shop, 'customer', [summary.id])
}

async function applyConsent(tx: Tx, delivery: Delivered): Promise<void> {
  const { shop, body } = delivery
  const { customer_id: id, email_marketing_consent: consent } = ConsentChanged.parse(body)
  if (!consent) return
  const consentAt = consent.consent_updated_at ?? at(delivery).toISOString()
  const mustRead = await writeConsent(tx, shop, { id, consent: consent.state.toLowerCase(), consentAt })
  if (mustRead) await markStale(tx, shop, 'customer', [id])
}

async function applySmsConsent(tx: Tx, delivery: Delivered): Promise<void> {
  const { shop, body } = delivery
  const { customer_id: id, sms_marketing_consent: consent } = SmsConsentChanged.parse(body)
  if (!consent) return
  const consentAt = consent.consent_updated_at ?? at(delivery).toISOString()
  const mustRead = await writeSmsConsent(tx, shop, { id, consent: consent.state.toLowerCase(), consentAt })
  if (mustRead) await markStale(tx, shop, 'customer', [id])
}

async function applyOrder(tx: Tx, delivery: Delivered): Promise<void> {
  const { order, ...parts } = parseOrder(delivery.body, saidAt(delivery))
  await writeOrders(tx, delivery.shop, { readAt: order.readAt, orders: [order], ...parts })
}

// The payload names lines only.
const applyEdit: Apply = (tx, { shop, body }) => markStale(tx, shop, 'order', [OrderEdited.parse(body).order_edit.order_id])

const NOTHING = { orders: [], lines: [], transactions: [], refunds: [], refundLines: [], fulfillments: [] }

async function applyTransaction(tx: Tx, delivery: Delivered): Promise<void> {
  const row = transactionRow(Transaction.parse(delivery.body))
  await writeOrders(tx, delivery.shop, { ...NOTHING, readAt: at(delivery).toISOString(), transactions: [row] })
  // Which wallet paid, only the Admin API tells.
  await markStale(tx, delivery.shop, 'payment', [row.orderId])
}

const applyRefund: Apply = (tx, delivery) =>
  writeOrders(tx, delivery.shop, { ...NOTHING, readAt: at(delivery).toISOString(), ...parseRefund(delivery.body) })

const applyReturn: Apply = async (tx, { shop, body }) => {
  const { orderId, returnId } = Return.parse(body)
  const known = orderId ?? (await orderOfReturn(tx, shop, returnId))
  if (known) await markStale(tx, shop, 'return', [known])
}

const applyFulfillment: Apply = (tx, delivery) =>
  writeOrders(tx, delivery.shop, {
    ...NOTHING,
    readAt: at(delivery).toISOString(),
    fulfillments: [fulfillmentRow(Fulfillment.parse(delivery.body), saidAt(delivery))],
  })

async function applyCheckout(tx: Tx, delivery: Delivered): Promise<void> {
  const checkout = Checkout.parse(delivery.body)
  const customerId = checkout.customer?.id ?? null
  // What comes late must not bring back who asked to be forgotten.
  if (customerId && (await buriedOf(tx, delivery.shop, [customerId])).size > 0) return
  const row = {
    token: checkout.token,
    customerId,
    discountCodes: checkout.discount_codes.map((discount) => discount.code),
    discountShare: discountShareOf(checkout.line_items),
    region: regionOf(checkout.shipping_address),
    shippingMethod: methodOf(checkout.shipping_lines),
    landingPage: checkout.landing_site ?? null,
    sourceName: checkout.source_name ?? null,
    updatedAt: checkout.updated_at,
    readAt: saidAt(delivery) ?? checkout.updated_at,
  }
  await write(tx, CHECKOUT, delivery.shop, [row])
}

/** What each topic does to the mirror. All of them may come late, doubled and in any order. */
export const catalogTopics: TopicTable = {
  'bulk_operations/finish': finishOperation,
  'products/create': inOne(applyProduct),
  'products/update': inOne(applyProduct),
  'products/delete': inOne(deleteProduct),
  'inventory_levels/update': inOne(applyLevel),
  'inventory_items/update': inOne(applyItem),
  'collections/create': inOne(applyCollection),
  'collections/update': inOne(applyCollection),
  'collections/delete': inOne(deleteCollection),
  'selling_plan_groups/create': inOne(applyPlans),
  'selling_plan_groups/update': inOne(applyPlans),
  'selling_plan_groups/delete': inOne(applyPlans),
  'customers/create': inOne(applyCustomer),
  'customers/update': inOne(applyCustomer),
  'customers/delete': inOne(deleteCustomer),
  'customer.tags_added': inOne(applyTags(true)),
  'customer.tags_removed': inOne(applyTags(false)),
  'customers/purchasing_summary': inOne(applySummary),
  'customers_email_marketing_consent/update': inOne(applyConsent),
  'customers_marketing_consent/update': inOne(applySmsConsent),
  'orders/create': inOne(applyOrder),
  'orders/updated': inOne(applyOrder),
  'orders/edited': inOne(applyEdit),
  'orders/paid': inOne(applyOrder),
  'orders/cancelled': inOne(applyOrder),
  'order_transactions/create': inOne(applyTransaction),
  'refunds/create': inOne(applyRefund),
  'returns/request': inOne(applyReturn),
  'returns/approve': inOne(applyReturn),
  'returns/decline': inOne(applyReturn),
  'returns/cancel': inOne(applyReturn),
  'returns/close': inOne(applyReturn),
  'returns/reopen': inOne(applyReturn),
  'returns/update': inOne(applyReturn),
  'returns/process': inOne(applyReturn),
  'fulfillments/create': inOne(applyFulfillment),
  'fulfillments/update': inOne(applyFulfillment),
  'checkouts/create': inOne(applyCheckout),
  'checkouts/update': inOne(applyCheckout),
}
