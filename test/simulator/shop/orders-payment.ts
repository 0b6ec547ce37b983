import type { PaymentMethod, SimMoney, SimTransaction } from '../model.ts'

const CARD = { type: 'CardPaymentDetails', company: 'Visa', number: '•••• •••• •••• 4242' } as const

/** The gateway that orders name and the details that only OrderTransaction.paymentDetails shows. */
const METHODS: Record<PaymentMethod, Pick<SimTransaction, 'gateway' | 'paymentDetails'>> = {
  card: { gateway: 'shopify_payments', paymentDetails: { ...CARD, wallet: null } },
  shop_pay: { gateway: 'shopify_payments', paymentDetails: { ...CARD, wallet: 'SHOP_PAY' } },
  apple_pay: { gateway: 'shopify_payments', paymentDetails: { ...CARD, wallet: 'APPLE_PAY' } },
  google_pay: { gateway: 'shopify_payments', paymentDetails: { ...CARD, wallet: 'GOOGLE_PAY' } },
  paypal: { gateway: 'paypal', paymentDetails: { type: 'PaypalWalletPaymentDetails', name: 'PayPal' } },
  klarna: { gateway: 'shopify_payments', paymentDetails: { type: 'LocalPaymentMethodsPaymentDetails', name: 'klarna' } },
  gift_card: { gateway: 'gift_card', paymentDetails: null },
  store_credit: { gateway: 'shopify_store_credit', paymentDetails: null },
  manual: { gateway: 'manual', paymentDetails: null },
}

interface Charge {
  id: number
  amount: SimMoney
  at: string
  status?: SimTransaction['status']
}

/** A charge by the given method; a manual one waits for the merchant. */
export const chargeBy = (method: PaymentMethod, { id, amount, at, status }: Charge): SimTransaction => ({
  ...METHODS[method],
  id,
  kind: 'SALE',
  status: status ?? (method === 'manual' ? 'PENDING' : 'SUCCESS'),
  amount,
  parentId: null,
  processedAt: at,
})

/** Charges the payment of an earlier transaction once more, as an accepted offer does. */
export const chargeAgain = (first: SimTransaction, { id, amount, at, status }: Charge): SimTransaction => ({
  ...first,
  id,
  kind: 'SALE',
  status: status ?? 'SUCCESS',
  amount,
  parentId: null,
  processedAt: at,
})
