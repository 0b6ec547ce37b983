import type { Kind } from './store.ts'
import type { Records } from './model.ts'

type KeysOf = { [K in Kind]: (record: Records[K]) => (string | null)[] }

/** What `find` and `matching` look records up by. A prefix keeps ids of one kind of thing apart from ids of another. */
const KEYS: KeysOf = {
  product: (product) => [
    product.handle,
    ...product.variants.flatMap((variant) => [`variant:${variant.id}`, `item:${variant.inventoryItemId}`]),
    ...(product.sellingPlans ?? []).flatMap((plan) => [`plan:${plan.id}`, `planGroup:${plan.groupId}`]),
  ],
  collection: (collection) => [collection.handle],
  customer: (customer) => [customer.email?.toLowerCase() ?? null],
  order: (order) => [
    order.token,
    order.checkoutToken,
    order.name,
    order.customerId === null ? null : `customer:${order.customerId}`,
    ...order.lines.map((line) => `line:${line.id}`),
    ...order.transactions.map((transaction) => `transaction:${transaction.id}`),
    ...order.refunds.map((refund) => `refund:${refund.id}`),
    ...(order.returns ?? []).map((one) => `return:${one.id}`),
  ],
  orderEdit: (edit) => [`order:${edit.orderId}`],
  checkout: (checkout) => [checkout.token, checkout.orderId === null ? null : `order:${checkout.orderId}`],
  discount: (discount) => discount.codes.map((code) => code.code.toUpperCase()),
  playedReview: () => [],
  playedDelivery: () => [],
  flowRun: () => [],
  file: (file) => [file.filename],
  metaobject: (metaobject) => [`${metaobject.type}/${metaobject.handle}`],
  redeemCodeBulk: () => [],
  storeCredit: (account) => [
    `owner:${account.customerId}`,
    `owner:${account.customerId}:${account.currency}`,
    ...account.credits.map(({ id }) => `credit:${id}`),
  ],
  metafieldOfShop: (metafield) => [`${metafield.namespace}.${metafield.key}`],
}

export function keysOf<K extends Kind>(kind: K, record: Records[K]): string[] {
  return KEYS[kind](record).filter((key) => key !== null)
}

/** Customers are found by e-mail and discounts by code whatever the case, as at Shopify. */
export function normalKey(kind: Kind, key: string): string {
  if (kind === 'discount') return key.toUpperCase()
  if (kind === 'customer') return key.toLowerCase()
  return key
}
