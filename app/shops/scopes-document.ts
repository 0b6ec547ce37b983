import { document } from '../platform/shopify/document.ts'

export const GrantedDocument = document<{ currentAppInstallation: { accessScopes: { handle: string }[] } }, Record<string, never>>(`
  query Granted { currentAppInstallation { accessScopes { handle } } }
`)
