import type { SimShop } from '../../model.ts'

/** The shop resource: shop/update and app/uninstalled. */
export function shopPayload(shop: SimShop): object {
  const [country, language] = [shop.country, shop.locale]
  return {
    id: shop.id,
    name: shop.name,
    email: shop.email,
    domain: shop.domain,
    myshopify_domain: shop.domain,
    country,
    country_code: country,
    currency: shop.currency,
    enabled_presentment_currencies: [shop.currency, ...Object.keys(shop.rates).filter((currency) => currency !== shop.currency)],
    primary_locale: language,
    iana_timezone: shop.timeZone,
    timezone: shop.timeZone,
    taxes_included: shop.taxesIncluded,
    tax_shipping: shop.taxShipping,
    plan_name: shop.plan,
    plan_display_name: shop.plan,
    customer_email: shop.email,
    shop_owner: 'Ada Owner',
    created_at: shop.createdAt,
    updated_at: shop.createdAt,
    admin_graphql_api_id: `gid://shopify/Shop/${shop.id}`,
  }
}
