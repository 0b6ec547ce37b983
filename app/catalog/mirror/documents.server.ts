import { document } from '../../platform/shopify/document.ts'
import { COLLECTION, CUSTOMER, ITEM, LINE, MONEY, ORDER, PLAN, PRODUCT, TRANSACTION, VARIANT } from './selections.ts'
import type { CollectionNode, ItemNode, ProductWithVariants, VariantNode } from './nodes/product.ts'
import type { Connection } from './nodes/node.ts'
import type { CustomerNode } from './nodes/customer.ts'
import type { OrderWithLines, PlanNode, RefundLineNode, ReturnLineNode, ReturnNode, TransactionNode } from './nodes/order.ts'

const PAGE = 'pageInfo { hasNextPage endCursor }'

type Nodes<Node> = { nodes: (Node | null)[] }
type Ids = { ids: string[] }
type Paged = { id: string; after: string | null }

// Page sizes keep the requested cost of each below Shopify's 1,000 points for one query.
export const READ_PRODUCT = document<{ product: ProductWithVariants | null }, Paged>(
  `query ReadProduct($id: ID!, $after: String) { product(id: $id) { ${PRODUCT} variants(first: 100, after: $after) { nodes { ${VARIANT} } ${PAGE} } } }`,
)
export const READ_MEMBERSHIPS = document<Nodes<{ id: string; collections: Connection<{ id: string }> }>, Ids>(
  `query ReadMemberships($ids: [ID!]!) { nodes(ids: $ids) { ... on Product { id collections(first: 80) { nodes { id } ${PAGE} } } } }`,
)
export const READ_PRODUCT_COLLECTIONS = document<{ product: { collections: Connection<{ id: string }> } | null }, Paged>(
  `query ReadProductCollections($id: ID!, $after: String) { product(id: $id) { collections(first: 250, after: $after) { nodes { id } ${PAGE} } } }`,
)
export const READ_COLLECTION = document<{ collection: (CollectionNode & { products: Connection<{ id: string }> }) | null }, Paged>(
  `query ReadCollection($id: ID!, $after: String) { collection(id: $id) { ${COLLECTION} products(first: 250, after: $after) { nodes { id } ${PAGE} } } }`,
)
export type ItemWithVariants = ItemNode & {
  variants: Connection<Pick<VariantNode, 'id' | 'inventoryQuantity'> & { product: { id: string } }> | null
}
export const READ_ITEMS = document<Nodes<ItemWithVariants>, Ids>(
  `query ReadItems($ids: [ID!]!) { nodes(ids: $ids) { ... on InventoryItem { ${ITEM} variants(first: 5) { nodes { id inventoryQuantity product { id } } } } } }`,
)
export const READ_CUSTOMERS = document<Nodes<CustomerNode>, Ids>(
  `query ReadCustomers($ids: [ID!]!) { nodes(ids: $ids) { ... on Customer { ${CUSTOMER} } } }`,
)
export const READ_ORDER = document<{ order: OrderWithLines | null }, Paged>(
  `query ReadOrder($id: ID!, $after: String) { order(id: $id) { ${ORDER} lineItems(first: 40, after: $after) { nodes { ${LINE} } ${PAGE} } } }`,
)
export const READ_PRICES = document<
  Nodes<{ id: string; contextualPricing: { price: { amount: string; currencyCode: string } } }>,
  Ids & { country: string }
>(
  `query ReadPrices($ids: [ID!]!, $country: CountryCode!) {
    nodes(ids: $ids) { ... on ProductVariant { id contextualPricing(context: { country: $country }) { price { amount currencyCode } } } } }`,
)
const PLANS = `nodes(ids: $lines) { ... on LineItem { id ${PLAN} } }`
// Lines by their own ids, two points each: as a list within each order they are charged for all that it might hold.
export const READ_PAYMENTS = document<
  { orders: ({ id: string; transactions: TransactionNode[] } | null)[]; lines: (PlanNode | null)[] },
  Ids & { lines: string[] }
>(
  `query ReadPayments($ids: [ID!]!, $lines: [ID!]!) { orders: nodes(ids: $ids) { ... on Order { id transactions { ${TRANSACTION} } } } lines: ${PLANS} }`,
)
export const READ_LINE_PLANS = document<{ lines: (PlanNode | null)[] }, { lines: string[] }>(
  `query ReadLinePlans($lines: [ID!]!) { lines: ${PLANS} }`,
)
export type OrderReturns = { returnStatus: string; returns: Connection<ReturnNode> }
// Most orders have no return, and a list in a list is charged for all that it might hold.
export const READ_RETURNS = document<{ order: OrderReturns | null }, Paged>(
  `query ReadReturns($id: ID!, $after: String) { order(id: $id) { returnStatus returns(first: 5, after: $after) { nodes { id status } ${PAGE} } } }`,
)
export const READ_RETURN_LINES = document<{ return: { returnLineItems: Connection<ReturnLineNode> } | null }, Paged>(
  `query ReadReturnLines($id: ID!, $after: String) { return(id: $id) { returnLineItems(first: 20, after: $after) {
    nodes { ... on ReturnLineItem { quantity refundedQuantity processedQuantity fulfillmentLineItem { lineItem { id } } } } ${PAGE} } } }`,
)
export type RefundWithLines = { id: string; createdAt: string | null; order: { id: string }; refundLineItems: Connection<RefundLineNode> }
const REFUND_LINE = `quantity lineItem { id } subtotalSet ${MONEY} totalTaxSet ${MONEY}`
export const READ_REFUNDS = document<Nodes<RefundWithLines>, Ids>(
  `query ReadRefunds($ids: [ID!]!) { nodes(ids: $ids) { ... on Refund { id createdAt order { id } refundLineItems(first: 40) { nodes { ${REFUND_LINE} } ${PAGE} } } } }`,
)
export const READ_REFUND_LINES = document<{ node: { refundLineItems: Connection<RefundLineNode> } | null }, Paged>(
  `query ReadRefundLines($id: ID!, $after: String) {
    node(id: $id) { ... on Refund { refundLineItems(first: 100, after: $after) { nodes { ${REFUND_LINE} } ${PAGE} } } } }`,
)

export interface Operation {
  id: string
  status: 'CREATED' | 'RUNNING' | 'COMPLETED' | 'FAILED' | 'CANCELING' | 'CANCELED' | 'EXPIRED'
  errorCode: string | null
  createdAt: string
  objectCount: string
  fileSize: string | null
  url: string | null
  query: string
}
const OPERATION = 'id status errorCode createdAt objectCount fileSize url query'
export const RUN_BULK_QUERY = document<{ bulkOperationRunQuery: { bulkOperation: Operation | null } }, { query: string }>(
  `mutation RunBulkQuery($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: false) { bulkOperation { ${OPERATION} } userErrors { field message code } } }`,
)
export const READ_OPERATION = document<{ bulkOperation: Operation | null }, { id: string }>(
  `query ReadOperation($id: ID!) { bulkOperation(id: $id) { ${OPERATION} } }`,
)
export const LIST_OPERATIONS = document<{ bulkOperations: Connection<Operation> }, Record<string, never>>(
  `query ListOperations { bulkOperations(first: 50) { nodes { ${OPERATION} } } }`,
)
