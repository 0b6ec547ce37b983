/** Where the extension runs in a preview: a worker as Shopify's, except that nothing it asks for leaves the page. */
import { createRemoteRoot, release, retain, type RemoteChannel } from '@remote-ui/core'
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc'
import type { AcceptAnswer, NoteAnswer, OfferAnswer, OfferView, ShopMetafield } from '../contract.ts'
import { COMPONENTS } from './components.ts'

type Extend = (...args: unknown[]) => unknown

export interface Sandbox {
  load(bundle: string): Promise<void>
  /** Runs both extension points one after the other, as the page after payment does. False: the extension shows nothing. */
  show(channel: RemoteChannel, given: Given, calls: Calls): Promise<boolean>
}
export interface Given {
  offer: OfferView
  locale: string
  purchase: object // `initialPurchase`
}
export interface Calls {
  calculateChangeset(changeset: unknown): Promise<unknown>
  applyChangeset(changeset: unknown): Promise<unknown>
  done(): Promise<void>
}

const points = new Map<string, Extend>()
Object.assign(globalThis, { shopify: { extend: (point: string, run: Extend) => void points.set(point, run), reload() {} } })

const SERVER = 'https://preview.invalid'

/** What Encore's server would answer; every acceptance is signed, with a signature that is worth nothing. */
function answerAs(path: string, offer: OfferView): OfferAnswer | AcceptAnswer | NoteAnswer {
  if (path.endsWith('/offer')) return { show: true, placement: 'preview', offer }
  if (path.endsWith('/accept')) return { ok: true, changesetId: 'preview', changeset: 'preview', placement: 'preview' }
  return { ok: true }
}

const metafield: ShopMetafield = { url: SERVER, active: true, limitMs: 3_000, fallback: null, places: {} }
const METAFIELDS = [{ namespace: 'app', key: 'post_purchase', value: JSON.stringify(metafield), valueType: 'json_string' }]

function inputOf({ locale, purchase }: Given, extensionPoint: string) {
  const shop = { id: 1, domain: 'preview.myshopify.com', metafields: METAFIELDS }
  const version = 'unstable'
  const inputData = { extensionPoint, locale, version, shop, initialPurchase: purchase, token: 'preview' }
  return { extensionPoint, locale, version, inputData }
}

const need = (point: string): Extend => {
  const found = points.get(point)
  if (!found) throw new Error(`The extension does not extend ${point}`)
  return found
}

async function show(channel: RemoteChannel, given: Given, calls: Calls): Promise<boolean> {
  retain(channel)
  retain(calls)
  globalThis.fetch = async (address) => Response.json(answerAs(new URL(address as string).pathname, given.offer))
  const storage = { initialData: undefined as unknown, update: async (value: unknown) => void (storage.initialData = value) }
  try {
    const asked = { ...inputOf(given, 'Checkout::PostPurchase::ShouldRender'), storage }
    const { render } = (await need('Checkout::PostPurchase::ShouldRender')(asked)) as { render: boolean }
    if (!render) return false
    const root = createRemoteRoot(channel, { components: COMPONENTS as never, strict: true })
    await need('Checkout::PostPurchase::Render')(root, { ...inputOf(given, 'Checkout::PostPurchase::Render'), storage, ...calls })
    await root.mount()
    return true
  } catch (error) {
    release(channel)
    release(calls)
    throw error
  }
}

createEndpoint(fromWebWorker(globalThis as unknown as Worker), { callable: [] }).expose({
  load: (bundle: string) => import(/* @vite-ignore */ bundle) as Promise<void>,
  show,
})
