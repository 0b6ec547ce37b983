import type { SimOrder } from '../../model.ts'

const TYPES: Record<string, string> = {
  CardPaymentDetails: 'creditCard',
  PaypalWalletPaymentDetails: 'wallet',
  ShopPayInstallmentsPaymentDetails: 'offsite',
  LocalPaymentMethodsPaymentDetails: 'local',
}

/** How the order was paid, in the words of the checkout; the handles are Shopify's secret, and random there. */
export function paymentsNames(order: SimOrder): { type: string; handle: string }[] {
  const [first] = order.transactions
  if (!first) return []
  const details = first.paymentDetails
  const isWallet = details?.type === 'CardPaymentDetails' && details.wallet !== null
  const type = isWallet ? 'wallet' : details ? (TYPES[details.type] ?? 'other') : first.gateway === 'manual' ? 'manualPayment' : 'other'
  return [{ type, handle: `handle-${first.gateway}` }]
}
