import type { ProviderRequest } from './connection.ts'
import { openConnection, saveKeys, setActive } from './connections.server.ts'
import type { ProviderName } from './provider.ts'
import type { Rehearsed } from './rehearsal.ts'
import { rehearse } from './rehearse.server.ts'

/** What the merchant asks of a review app's page; of a test, what came of it. */
export async function carryOut(shop: string, provider: ProviderName, request: ProviderRequest): Promise<Rehearsed | null> {
  switch (request.action) {
    case 'connect':
      await openConnection(shop, provider)
      return null
    case 'save':
      await saveKeys(shop, provider, request.keys)
      return null
    case 'test':
      return rehearse(shop, provider)
    case 'disconnect':
      await setActive(shop, provider, false)
      return null
    case 'undo':
      await setActive(shop, provider, true)
      return null
  }
}
