import { adminFor } from '../platform/shopify/admin.server.ts'
import { GrantedDocument } from './scopes-document.ts'

/** Whether Shopify lets us do this in the shop now; what `app/scopes_update` will tell may be on its way yet. */
export async function hasScopes(shop: string, wanted: readonly string[]): Promise<boolean> {
  if (wanted.length === 0) return true
  const { currentAppInstallation } = await adminFor(shop).query(GrantedDocument, {})
  const granted = new Set(currentAppInstallation.accessScopes.map(({ handle }) => handle))
  return wanted.every((scope) => granted.has(scope))
}
