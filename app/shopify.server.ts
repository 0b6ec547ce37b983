import '@shopify/shopify-app-remix/adapters/node'
import { AppDistribution, shopifyApp } from '@shopify/shopify-app-remix/server'
import type { ApiVersion } from '@shopify/shopify-app-remix/server'
import { environment } from './platform/env.server.ts'
import { log } from './platform/log.server.ts'
import { sessions } from './platform/shopify/access.server.ts'
import { API_VERSION } from './platform/shopify/api-version.ts'
import { installShop, makeSureOf } from './shops/install.server.ts'

const { SHOPIFY_API_KEY, SHOPIFY_API_SECRET, SHOPIFY_APP_URL, SCOPES } = environment()

// Subscriptions come from shopify.app.toml alone: registerWebhooks is never called.
const shopify = shopifyApp({
  apiKey: SHOPIFY_API_KEY,
  apiSecretKey: SHOPIFY_API_SECRET,
  apiVersion: API_VERSION as ApiVersion,
  scopes: SCOPES,
  appUrl: SHOPIFY_APP_URL,
  authPathPrefix: '/auth',
  sessionStorage: sessions(),
  distribution: AppDistribution.AppStore,
  future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
  hooks: { afterAuth: ({ session }) => installShop(session) },
  logger: { level: 1, log: (_severity, message) => log.info(message) },
})

export const { login, addDocumentResponseHeaders } = shopify

/** As the library's, except that no page is shown before its shop is in our tables. */
const admin: typeof shopify.authenticate.admin = async (request) => {
  const context = await shopify.authenticate.admin(request)
  await makeSureOf(context.session)
  return context
}
export const authenticate = { ...shopify.authenticate, admin }
