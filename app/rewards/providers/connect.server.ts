import { ok, type Outcome } from '../../values/outcome.ts'
import type { ProviderRequest } from './connection.ts'
import { markOfConnection, openConnection, readConnection, saveKeys, setActive } from './connections.server.ts'
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
  if (done === 'test') return { done, tested: await rehearse(shop, provider) }
  if (request.action === 'save') return { done, saved: await saveKeys(shop, provider, request.keys, request.opened) }
  if (done === 'connect') await openConnection(shop, provider)
  else await setActive(shop, provider, done === 'undo')
  return { done, saved: ok(markOfConnection(await readConnection(shop, provider))) }
}
