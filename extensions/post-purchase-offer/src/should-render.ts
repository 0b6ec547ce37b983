import type { METAFIELD, OfferAnswer, OfferRequest, OfferView, ShopMetafield } from '../../../app/surfaces/contract.ts'
import type { ExtensionPoints } from '@shopify/post-purchase-ui-extensions'
import { ask } from './server.ts'

type Input = Parameters<ExtensionPoints['Checkout::PostPurchase::ShouldRender']>[0]

const KEY: (typeof METAFIELD)['key'] = 'post_purchase'

/** What ShouldRender hands to Render: the two run in separate contexts. Without a placement it is the fallback. */
export interface Plan {
  url: string
  offer: OfferView
  placement: string | null
}

export function readShop(inputData: Input['inputData']): ShopMetafield | undefined {
  const value = inputData.shop.metafields.filter((metafield) => metafield.key === KEY)[0]?.value
  return typeof value === 'string' ? (JSON.parse(value) as ShopMetafield) : undefined
}

async function plan({ inputData }: Input): Promise<Plan | undefined> {
  const shop = readShop(inputData)
  if (!shop?.url || !shop.active) return undefined
  const request: OfferRequest = { token: inputData.token }
  const reply = await ask<Extract<OfferAnswer, { show: true }>>(`${shop.url}/surface/offer`, request, shop.limitMs)
  const { show, offer, placement } = reply?.body ?? {}
  if (show && offer && placement) return { url: shop.url, offer, placement }
  // A server that answers has decided; only its silence or its failure calls for the fallback.
  const silent = !reply || reply.status >= 500
  return silent && shop.fallback ? { url: shop.url, offer: shop.fallback, placement: null } : undefined
}

/** Never throws: an extension that fails here would cost the shopper time for nothing. */
export async function shouldRender(input: Input): Promise<{ render: boolean }> {
  try {
    const found = await plan(input)
    if (found) await input.storage.update(found)
    return { render: Boolean(found) }
  } catch {
    return { render: false }
  }
}
