import type { SimAddress, SimCustomer, SimShop } from '../../model.ts'
import { toDecimal } from '../../money.ts'

const countries = new Intl.DisplayNames('en', { type: 'region' })

export function addressPayload(address: SimAddress): object {
  return {
    first_name: address.firstName,
    address1: address.address1,
    phone: address.phone,
    city: address.city,
    zip: address.zip,
    province: address.province,
    country: countries.of(address.countryCode) ?? address.countryCode,
    last_name: address.lastName,
    address2: address.address2,
    company: null,
    latitude: null,
    longitude: null,
    name: `${address.firstName} ${address.lastName}`.trim(),
    country_code: address.countryCode,
    province_code: address.province,
  }
}

/** The customer inside an order: no tags, no counts, no consent (gone since 2025-01). */
export function customerOfOrder(customer: SimCustomer, shop: Pick<SimShop, 'currency'>): object {
  const name = { first_name: customer.firstName, last_name: customer.lastName }
  return {
    id: customer.id,
    created_at: customer.createdAt,
    updated_at: customer.updatedAt,
    ...name,
    state: 'disabled',
    note: null,
    verified_email: true,
    multipass_identifier: null,
    tax_exempt: false,
    email: customer.email,
    phone: customer.phone,
    currency: shop.currency,
    tax_exemptions: [],
    admin_graphql_api_id: `gid://shopify/Customer/${customer.id}`,
    ...(customer.address && { default_address: defaultAddress(customer, customer.address) }),
  }
}

function defaultAddress(customer: SimCustomer, address: SimAddress): object {
  const country = countries.of(address.countryCode) ?? address.countryCode
  return {
    id: customer.id,
    customer_id: customer.id,
    first_name: address.firstName,
    last_name: address.lastName,
    company: null,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    province: address.province,
    country,
    zip: address.zip,
    phone: address.phone,
    name: `${address.firstName} ${address.lastName}`.trim(),
    province_code: address.province,
    country_code: address.countryCode,
    country_name: country,
    default: true,
  }
}

/** customers/create|update|delete. */
export function customerPayload(shop: Pick<SimShop, 'currency'>, customer: SimCustomer): object {
  return { ...customerOfOrder(customer, shop), addresses: customer.address ? [defaultAddress(customer, customer.address)] : [] }
}

/** customer.tags_added and customer.tags_removed: ids as GIDs, unlike every other customer topic. */
export function tagsPayload(customer: SimCustomer, tags: string[], at: string): object {
  return { customerId: `gid://shopify/Customer/${customer.id}`, tags, occurredAt: at }
}

/** customers/purchasing_summary: named as in GraphQL, ids as GIDs. */
export function purchasingSummaryPayload(
  shop: Pick<SimShop, 'currency'>,
  customer: SimCustomer,
  lastOrderId: number | null,
  at: string,
): object {
  return {
    customerId: `gid://shopify/Customer/${customer.id}`,
    numberOfOrders: customer.ordersCount,
    amountSpent: { amount: customer.totalSpent || toDecimal(0, shop.currency), currencyCode: shop.currency },
    lastOrderId: lastOrderId === null ? null : `gid://shopify/Order/${lastOrderId}`,
    occurredAt: at,
  }
}

/** customers_email_marketing_consent/update. */
export function consentPayload(customer: SimCustomer, at: string): object {
  return {
    customer_id: customer.id,
    email_address: customer.email,
    email_marketing_consent: {
      state: customer.acceptsMarketing ? 'subscribed' : 'not_subscribed',
      opt_in_level: 'single_opt_in',
      consent_updated_at: at,
    },
  }
}

/** customers_marketing_consent/update: text messages only. */
export function smsConsentPayload(customer: SimCustomer, at: string): object {
  return {
    customer_id: customer.id,
    phone: customer.phone,
    sms_marketing_consent: {
      state: customer.acceptsTexts ? 'subscribed' : 'not_subscribed',
      opt_in_level: 'single_opt_in',
      consent_updated_at: at,
      consent_collected_from: 'OTHER',
    },
  }
}
