import { document } from '#app/platform/shopify/document.ts'

type Nodes<Node> = { nodes: Node[] }
interface Money {
  shopMoney: { amount: string }
}

export interface EditableOrder {
  order: {
    lineItems: Nodes<{ id: string; currentQuantity: number }>
    shippingLines: Nodes<{ id: string | null; title: string; isRemoved: boolean; originalPriceSet: Money }>
    totalOutstandingSet: Money
  } | null
}
export const READ_EDITABLE_ORDER = document<EditableOrder, { id: string }>(`
  query ReadEditableOrder($id: ID!) {
    order(id: $id) {
      lineItems(first: 250) { nodes { id currentQuantity } }
      shippingLines(first: 50, includeRemovals: true) { nodes { id title isRemoved originalPriceSet { shopMoney { amount } } } }
      totalOutstandingSet { shopMoney { amount } }
    }
  }
`)

export interface CalculatedOrder {
  id: string
  lineItems: Nodes<{ id: string }>
  shippingLines: { id: string | null }[]
}
export const BEGIN_EDIT = document<{ orderEditBegin: { calculatedOrder: CalculatedOrder | null } }, { id: string }>(`
  mutation BeginEdit($id: ID!) {
    orderEditBegin(id: $id) {
      calculatedOrder { id lineItems(first: 250) { nodes { id } } shippingLines { id } }
      userErrors { field message }
    }
  }
`)

export const REMOVE_LINE = document<unknown, { id: string; lineItemId: string }>(`
  mutation RemoveLine($id: ID!, $lineItemId: ID!) {
    orderEditSetQuantity(id: $id, lineItemId: $lineItemId, quantity: 0, restock: true) { userErrors { field message } }
  }
`)

export const REMOVE_DELIVERY = document<unknown, { id: string; shippingLineId: string }>(`
  mutation RemoveDelivery($id: ID!, $shippingLineId: ID!) {
    orderEditRemoveShippingLine(id: $id, shippingLineId: $shippingLineId) { userErrors { field message } }
  }
`)

export const COMMIT_EDIT = document<unknown, { id: string; staffNote: string }>(`
  mutation CommitEdit($id: ID!, $staffNote: String!) {
    orderEditCommit(id: $id, notifyCustomer: false, staffNote: $staffNote) { userErrors { field message } }
  }
`)
