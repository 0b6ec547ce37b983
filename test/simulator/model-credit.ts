/** Credit that an order spent, or gave back, and of which credits. */
export interface SimCreditMove {
  id: number
  amount: string
  parts: { creditId: number; amount: string }[]
  orderId: number
  transactionId: number
  createdAt: string
}

/** A customer's store credit in one currency. */
export interface SimStoreCredit {
  id: number
  customerId: number
  currency: string
  credits: { id: number; amount: string; expiresAt: string | null; createdAt: string }[]
  debits?: SimCreditMove[] // by orders
  reverts?: (SimCreditMove & { debitId: number })[]
  createdAt: string
  updatedAt: string
}
