import type { Catalogue } from './catalogue.ts'

export const en: Catalogue = {
  headline: 'Add {product} to your order',
  body: 'One click, the same delivery: {discount}.',
  discount: '{percent}% off',
  amountOff: 'Reduced price',
  soldOut: 'This has just sold out. Nothing was charged; your order is unchanged.',
  ended: 'This offer has ended. Nothing was charged; your order is unchanged.',
  enough: 'You have added as much as one order takes. Nothing more was charged.',
  tryOrder: 'This could not be added. Nothing was charged; your order is unchanged.',
  words: {
    accept: 'Pay now · {total}',
    accepting: 'Adding it to your order…',
    decline: 'No, thanks',
    subtotal: 'Subtotal',
    discount: 'Discount',
    shipping: 'Shipping',
    tax: 'Taxes',
    taxIncluded: 'Including taxes',
    total: 'Total',
    free: 'Free',
    quantity: 'Quantity: {count}',
    calculating: 'Calculating the price…',
    unavailable: 'The price could not be calculated just now. Your order is complete; try once more or go on to it.',
    declined: 'This could not be added. Nothing was charged; your order is unchanged.',
    partly: 'It was added, but the payment did not go through. The shop will tell you how to pay for it; your first order is not affected.',
    unsure: 'The answer of the payment did not reach us. Your order confirmation shows what was bought.',
    again: 'Try again',
    continue: 'Go to my order',
    errors: {
      payment_required: 'Your card was not charged for this: the payment was refused. Your first order is safe; go on to it.',
      insufficient_inventory: 'This has just sold out. Nothing was charged; go on to your order.',
      changeset_already_applied: 'This is in your order already. You were not charged twice; go on to your order.',
      unsupported_payment_method:
        'The way you paid cannot be charged a second time. Nothing was charged; you can still buy this in the shop.',
      invalid_request: 'This could not be added. Nothing was charged; go on to your order.',
      server_error: 'Something went wrong on the way. Nothing was charged; try once more or go on to your order.',
      buyer_consent_required:
        'This needs your consent to a subscription, which this page cannot take. Nothing was charged; you can buy it in the shop.',
      subscription_vaulting_error:
        'Your payment details could not be kept for a subscription. Nothing was charged; you can buy it in the shop.',
      subscription_contract_creation_error: 'The subscription could not be started. Nothing was charged; you can try again in the shop.',
      subscription_no_shipping_address_error:
        'A subscription needs a delivery address, which your order does not have. Nothing was charged; you can buy it in the shop.',
      subscription_limit_error: 'Your order cannot hold another subscription. Nothing was charged; you can order it apart in the shop.',
      order_released_error:
        'Your order is already on its way to be packed, so nothing can be added. Nothing was charged; you can order it apart in the shop.',
    },
  },
}
