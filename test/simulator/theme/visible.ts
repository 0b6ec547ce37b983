import { resolveNamespace } from '../admin-api/types/metafields.ts'
import type { Simulator } from '../simulator.ts'

/** Whether Liquid sees a product's metafield: an app's own needs a definition that opens it to the storefront. */
export function hasDefinition(simulator: Simulator, namespace: string, key: string): boolean {
  if (!namespace.startsWith('app--')) return true
  if (namespace !== resolveNamespace('$app', { simulator })) return false
  return simulator.configuration.definitions.productMetafields.get(key)?.publicRead ?? false
}
