import type { SimMetafield, SimShop } from '../../model.ts'
import { type Caller, type Fields, gid, plain } from '../fields.ts'
import { metafieldListing, oneMetafield } from './metafields.ts'

export interface ShopSource {
  __typename: 'Shop'
  shop: SimShop
}
export const asShop = (shop: SimShop): ShopSource => ({ __typename: 'Shop', shop })

interface AppSource {
  __typename: 'AppInstallation' | 'App'
}

async function ownMetafields({ simulator, shop }: Caller): Promise<SimMetafield[]> {
  return simulator.store.list(shop.domain, 'metafieldOfShop', { limit: 1_000 })
}

const Shop: Fields<ShopSource> = {
  id: ({ shop }) => gid('Shop', shop.id),
  name: ({ shop }) => shop.name,
  email: ({ shop }) => shop.email,
  contactEmail: ({ shop }) => shop.email,
  myshopifyDomain: ({ shop }) => shop.domain,
  currencyCode: ({ shop }) => shop.currency,
  enabledPresentmentCurrencies: ({ shop }) => [...new Set([shop.currency, ...Object.keys(shop.rates)])],
  ianaTimezone: ({ shop }) => shop.timeZone,
  taxesIncluded: ({ shop }) => shop.taxesIncluded,
  taxShipping: ({ shop }) => shop.taxShipping,
  createdAt: ({ shop }) => shop.createdAt,
  updatedAt: ({ shop }) => shop.createdAt,
  setupRequired: () => false,
  shopOwnerName: () => 'Ada Owner',
  url: ({ shop }) => `https://${shop.domain}`,
  primaryDomain: ({ shop }) => ({ host: shop.domain, url: `https://${shop.domain}` }),
  plan: ({ shop }) => ({ publicDisplayName: shop.plan, shopifyPlus: shop.plan === 'plus', partnerDevelopment: true }),
  shopAddress: ({ shop }) => ({ countryCodeV2: shop.country, country: shop.country }),
  metafield: async (_, { namespace, key }, caller) => oneMetafield(await ownMetafields(caller), namespace, key, caller),
  metafields: async (_, args, caller) => metafieldListing(await ownMetafields(caller), args, caller),
}

const AppInstallation: Fields<AppSource> = {
  id: (_, __, { shop }) => gid('AppInstallation', shop.id),
  accessScopes: (_, __, { scopes }) => scopes.map((handle) => ({ handle, description: handle.replaceAll('_', ' ') })),
  app: () => ({ __typename: 'App' }),
  activeSubscriptions: () => [],
  launchUrl: (_, __, { shop }) => `https://admin.shopify.com/store/${shop.handle}/apps/encore`,
}

const App: Fields<AppSource> = {
  id: (_, __, { simulator }) => gid('App', Number.parseInt(simulator.app.clientId.slice(-8), 16) || 1),
  apiKey: (_, __, { simulator }) => simulator.app.clientId,
  title: () => 'Encore',
  handle: () => 'encore',
  embedded: () => true,
  isPostPurchaseAppInUse: (_, __, { shop }) => shop.postPurchaseApp,
  webhookApiVersion: (_, __, { simulator }) => simulator.configuration.apiVersion,
}

export const SHOP_TYPES: Record<string, Fields<never>> = {
  Shop,
  AppInstallation,
  App,
  AccessScope: plain<{ handle: string; description: string }>('handle', 'description'),
  Domain: plain<{ host: string; url: string }>('host', 'url'),
  ShopPlan: plain<{ publicDisplayName: string; shopifyPlus: boolean; partnerDevelopment: boolean }>(
    'publicDisplayName',
    'shopifyPlus',
    'partnerDevelopment',
  ),
  ShopAddress: plain<{ countryCodeV2: string; country: string }>('countryCodeV2', 'country'),
}
