import { parseMoney } from '../../../values/money.ts'

/** Money and lists as the Admin API tells them. */
export interface MoneyNode {
  amount: string
  currencyCode: string
}

export interface ShopMoney {
  shopMoney: MoneyNode
}

export interface Connection<Node> {
  nodes: Node[]
  pageInfo?: { hasNextPage: boolean; endCursor: string | null }
}

export const minorOf = ({ amount, currencyCode }: MoneyNode): number => parseMoney(amount, currencyCode)
export const shopMinor = ({ shopMoney }: ShopMoney): number => minorOf(shopMoney)
export const utc = (at: string): string => new Date(at).toISOString()
