import type { ProviderRequest } from './connection.ts'
import { openConnection, saveKeys, setActive } from './connections.server.ts'
import type { ProviderName } from './provider.ts'

/** What the merchant asks of a review app's page. */
export async function carryOut(shop: string, provider: ProviderName, request: ProviderRequest): Promise<void> {
  switch (request.action) {
    case 'connect':
      return openConnection(shop, provider)
    case 'save':
      return saveKeys(shop, provider, request.keys)
    case 'disconnect':
      return setActive(shop, provider, false)
    case 'undo':
      return setActive(shop, provider, true)
  }
}
