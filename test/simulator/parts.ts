import { adminApi } from './admin-api/endpoint.ts'
import { adminPages } from './admin-pages/routes.ts'
import { bulkResults } from './admin-api/bulk/results.ts'
import { appProxy } from './app-proxy.ts'
import { checkout } from './checkout/routes.ts'
import { files } from './files/serve.ts'
import { control } from './control.ts'
import { mail } from './mail/routes.ts'
import { texts } from './mail/texts.ts'
import { postPurchase } from './post-purchase/routes.ts'
import { appHost } from './proxy.ts'
import { providerApis } from './providers/api.ts'
import { providers } from './providers/routes.ts'
import type { Part } from './routes.ts'
import { accounts } from './storefront/account.ts'
import { permalinks } from './storefront/permalink-routes.ts'
import { storefrontApi } from './storefront-api/endpoint.ts'
import { storefront } from './storefront/routes.ts'
import { theme } from './theme/routes.ts'
import { tokenEndpoint } from './tokens/endpoint.ts'
import { uiExtensionParts } from './ui-extensions/routes.ts'

/** Everything that answers an address. */
export const PARTS: Part[] = [
  control,
  adminApi,
  storefrontApi,
  bulkResults,
  files,
  tokenEndpoint,
  appProxy,
  storefront,
  theme,
  checkout,
  postPurchase,
  uiExtensionParts,
  accounts,
  permalinks,
  adminPages,
  mail,
  texts,
  providers,
  providerApis,
  appHost,
]
