import type { Records, SimCollection, SimCustomer, SimDiscount, SimOrder, SimProduct } from '../../model.ts'
import type { Kind } from '../../store.ts'
import { seesOrder } from '../access.ts'
import { bulkOperationFields } from '../bulk/fields.ts'
import { type Caller, type Fields, readGid } from '../fields.ts'
import { StoredListing } from '../listing-stored.ts'
import { NotModelled } from '../refusals.ts'
import { search, type Terms } from '../search.ts'
import { financialStatus } from '../../shop/orders-totals.ts'
import { asCollection, asItem, asPlan, asProduct, asVariant } from './catalog.ts'
import { asCustomer } from './customers.ts'
import { asDiscount } from './discounts.ts'
import { asLine } from './order-lines.ts'
import { asOrder } from './orders.ts'
import { asMetaobject, resolveType } from './metaobjects.ts'
import { asBulkCreation } from './redeem-codes.ts'
import { asRefund, asTransaction } from './order-payments.ts'
import { asReturn } from './returns.ts'
import { asShop } from './shop.ts'
import { creditNode } from './store-credit.ts'
import { asFile, FILE_TERMS } from '../../files/types.ts'

const times = { id: (record: { id: number }) => record.id, updated_at: (record: { updatedAt: string }) => record.updatedAt }
const created = { created_at: (record: { createdAt: string }) => record.createdAt }

const PRODUCT_TERMS: Terms<SimProduct> = {
  ...times,
  ...created,
  status: (product) => product.status,
  title: (product) => product.title,
  handle: (product) => product.handle,
  vendor: (product) => product.vendor,
  product_type: (product) => product.productType,
  tag: (product) => product.tags,
  sku: (product) => product.variants.map((variant) => variant.sku),
}
const COLLECTION_TERMS: Terms<SimCollection> = {
  ...times,
  title: (collection) => collection.title,
  handle: (collection) => collection.handle,
}
const CUSTOMER_TERMS: Terms<SimCustomer> = {
  ...times,
  ...created,
  email: (customer) => customer.email,
  tag: (customer) => customer.tags,
  customer_date: (customer) => customer.createdAt,
}
const ORDER_TERMS: Terms<SimOrder> = {
  ...times,
  ...created,
  processed_at: (order) => order.processedAt,
  name: (order) => order.name,
  email: (order) => order.email,
  financial_status: (order) => financialStatus(order).toLowerCase(),
  test: (order) => order.test,
  status: (order) => (order.cancelledAt ? 'cancelled' : 'open'),
}
const DISCOUNT_TERMS: Terms<SimDiscount> = {
  ...times,
  title: (discount) => discount.title,
  code: (discount) => discount.codes.map(({ code }) => code),
}

function listing<K extends Kind>(
  { simulator: { store }, shop }: Caller,
  kind: K,
  query: string | undefined,
  [terms, text]: [Terms<Records[K]>, (record: Records[K]) => string],
  wrap: (record: Records[K]) => unknown,
  sees: (record: Records[K]) => boolean = () => true,
) {
  const { passes, updatedSince } = search(query, terms, text)
  return new StoredListing({ store, shop: shop.domain, kind, wrap, updatedSince, passes: (record) => sees(record) && passes(record) })
}

/** Sorting by anything but age is not modelled: ids grow with time, so age is the order of ids. */
function ageOnly(sortKey: string | undefined): void {
  if (sortKey && !['ID', 'CREATED_AT', 'PROCESSED_AT', 'RELEVANCE'].includes(sortKey))
    throw new NotModelled(`The simulator does not sort by ${sortKey}`)
}

type Variant = SimProduct['variants'][number]

function variantNode(product: SimProduct | null, isAsked: (one: Variant) => boolean, wrap: (product: SimProduct, one: Variant) => unknown) {
  const variant = product?.variants.find(isAsked)
  return product && variant ? wrap(product, variant) : null
}

export async function nodeOf(value: string, caller: Caller): Promise<unknown> {
  const asked = readGid(value)
  const { store } = caller.simulator
  const { domain } = caller.shop
  if (!asked) return null
  const { type, id } = asked
  const order = (found: SimOrder | null) => (found && seesOrder(found, caller.scopes, caller.simulator.clock.now()) ? found : null)
  const get = async <K extends Kind>(kind: K, wrap: (record: Records[K]) => unknown) => {
    const found = await store.get(domain, kind, id)
    return found && wrap(found)
  }
  switch (type) {
    case 'Shop':
      return id === caller.shop.id ? asShop(caller.shop) : null
    case 'Product':
      return get('product', asProduct)
    case 'Collection':
      return get('collection', asCollection)
    case 'Customer':
      return get('customer', asCustomer)
    case 'DiscountCodeNode':
      return get('discount', asDiscount)
    case 'DiscountRedeemCodeBulkCreation':
      return get('redeemCodeBulk', asBulkCreation)
    case 'Order':
      return get('order', (found) => order(found) && asOrder(found))
    case 'MediaImage':
    case 'Video':
      return get('file', asFile)
    case 'Metaobject':
      return get('metaobject', asMetaobject)
    case 'BulkOperation':
      return bulkOperationFields.read(id, caller)
    case 'ProductVariant':
      return variantNode(await store.find(domain, 'product', `variant:${id}`), (one) => one.id === id, asVariant)
    case 'InventoryItem':
      return variantNode(await store.find(domain, 'product', `item:${id}`), (one) => one.inventoryItemId === id, asItem)
    case 'StoreCreditAccountCreditTransaction':
      return creditNode(await store.matching(domain, 'storeCredit', `credit:${id}`), id)
    case 'SellingPlan':
      return planNode(await store.find(domain, 'product', `plan:${id}`), id)
    default: {
      const part = PARTS.get(type)
      if (!part) throw new NotModelled(`The simulator does not model nodes of type ${type}`)
      const found = order(await store.find(domain, 'order', `${part.key}:${id}`))
      return found && part.of(found, (one) => one.id === id)
    }
  }
}

function planNode(product: SimProduct | null, id: number): unknown {
  const plan = product?.sellingPlans?.find((one) => one.id === id)
  return plan ? asPlan(plan) : null
}

type IsAsked = (part: { id: number }) => boolean
const wrapped = <Part>(part: Part | undefined, wrap: (part: Part) => unknown) => (part ? wrap(part) : null)

/** What is a node of its own, though it stands in an order: by which key the order is found, and the part in it. */
const PARTS = new Map<string, { key: string; of: (order: SimOrder, is: IsAsked) => unknown }>([
  ['LineItem', { key: 'line', of: (order, is) => wrapped(order.lines.find(is), (one) => asLine(order, one)) }],
  ['Return', { key: 'return', of: (order, is) => wrapped(order.returns?.find(is), (one) => asReturn(order, one)) }],
  ['OrderTransaction', { key: 'transaction', of: (order, is) => wrapped(order.transactions.find(is), (one) => asTransaction(order, one)) }],
  ['Refund', { key: 'refund', of: (order, is) => wrapped(order.refunds.find(is), (one) => asRefund(order, one)) }],
])

const node =
  (type: string) =>
  async (_: unknown, { id }: { id: string }, caller: Caller) => {
    return readGid(id)?.type === type ? nodeOf(id, caller) : null
  }

export const QUERY_ROOT: Fields<unknown> = {
  shop: (_, __, { shop }) => asShop(shop),
  node: (_, { id }, caller) => nodeOf(id, caller),
  nodes: (_, { ids }: { ids: string[] }, caller) => ids.map((id) => nodeOf(id, caller)),
  product: node('Product'),
  productVariant: node('ProductVariant'),
  collection: node('Collection'),
  customer: node('Customer'),
  order: node('Order'),
  return: node('Return'),
  inventoryItem: node('InventoryItem'),
  codeDiscountNode: node('DiscountCodeNode'),
  products: (_, { query, sortKey }, caller) => (
    ageOnly(sortKey),
    listing(caller, 'product', query, [PRODUCT_TERMS, (product) => `${product.title} ${product.vendor} ${product.productType}`], asProduct)
  ),
  collections: (_, { query, sortKey }, caller) => (
    ageOnly(sortKey),
    listing(caller, 'collection', query, [COLLECTION_TERMS, (collection) => collection.title], asCollection)
  ),
  customers: (_, { query, sortKey }, caller) => (
    ageOnly(sortKey),
    listing(
      caller,
      'customer',
      query,
      [CUSTOMER_TERMS, (customer) => `${customer.firstName} ${customer.lastName} ${customer.email}`],
      asCustomer,
    )
  ),
  orders: (_, { query, sortKey }, caller) => {
    ageOnly(sortKey)
    const now = caller.simulator.clock.now()
    const sees = (order: SimOrder) => seesOrder(order, caller.scopes, now)
    return listing(caller, 'order', query, [ORDER_TERMS, (order) => `${order.name} ${order.email}`], asOrder, sees)
  },
  metaobject: node('Metaobject'),
  metaobjectByHandle: async (_, { handle }: { handle: { type: string; handle: string } }, caller) => {
    const { simulator, shop } = caller
    const found = await simulator.store.find(shop.domain, 'metaobject', `${resolveType(handle.type, caller)}/${handle.handle}`)
    return found && asMetaobject(found)
  },
  productsCount: async (_, __, { simulator, shop }) => ({ count: await simulator.store.count(shop.domain, 'product'), precision: 'EXACT' }),
  ordersCount: async (_, __, { simulator, shop }) => ({ count: await simulator.store.count(shop.domain, 'order'), precision: 'EXACT' }),
  customersCount: async (_, __, { simulator, shop }) => ({
    count: await simulator.store.count(shop.domain, 'customer'),
    precision: 'EXACT',
  }),
  currentAppInstallation: () => ({ __typename: 'AppInstallation' }),
  appInstallation: () => ({ __typename: 'AppInstallation' }),
  codeDiscountNodeByCode: async (_, { code }: { code: string }, { simulator, shop }) => {
    const found = await simulator.store.find(shop.domain, 'discount', code)
    return found && asDiscount(found)
  },
  discountRedeemCodeBulkCreation: node('DiscountRedeemCodeBulkCreation'),
  codeDiscountNodes: (_, { query }, caller) =>
    listing(caller, 'discount', query, [DISCOUNT_TERMS, (discount) => discount.title], asDiscount),
  files: (_, { query, sortKey }, caller) => (
    ageOnly(sortKey),
    listing(caller, 'file', query, [FILE_TERMS, (file) => file.filename], asFile)
  ),
  bulkOperation: node('BulkOperation'),
  bulkOperations: (_, args, caller) => bulkOperationFields.list(args, caller),
  currentBulkOperation: (_, { type }, caller) => bulkOperationFields.current(type, caller),
}
