import type { Outcome } from '../../values/outcome.ts'
import type { ProviderRequest } from './connection.ts'
import { openConnection, saveKeys, setActive } from './connections.server.ts'
import type { ProviderName } from './provider.ts'
import type { Rehearsed } from './rehearsal.ts'
import { rehearse } from './rehearse.server.ts'

interface CarriedOut {
  done: ProviderRequest['action']
  tested?: Rehearsed
  saved?: Outcome<string>
}

/** What the merchant asks of a review app's page; of a test, what came of it. */
export async function carryOut(shop: string, provider: ProviderName, request: ProviderRequest): Promise<CarriedOut> {
  const done = request.action
  switch (request.action) {
    case 'connect':
      await openConnection(shop, provider)
      return { done }
    case 'save':
      return { done, saved: await saveKeys(shop, provider, request.keys, request.opened) }
    case 'test':
      return { done, tested: await rehearse(shop, provider) }
    case 'disconnect':
      await setActive(shop, provider, false)
      return { done }
    case 'undo':
      await setActive(shop, provider, true)
      return { done }
  }
}
