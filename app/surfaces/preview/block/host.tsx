import type { BlockAnswer, BlockSurface, METAFIELD, ShopMetafield } from '../../contract.ts'
import elementStyle from './element.css?inline'
import { defineElements } from './elements.tsx'

/** What the block is told, as the page and the app would tell it. */
export interface BlockGiven {
  answer: BlockAnswer
  surface: BlockSurface
  locale: string
}

type Page = Window & typeof globalThis

const BUNDLE = '/preview/block.js'
const TARGET: Record<BlockSurface, string> = {
  'thank-you': 'purchase.thank-you.block.render',
  'order-status': 'customer-account.order-status.block.render',
}
const KEY: (typeof METAFIELD)['key'] = 'post_purchase'
const signal = <T,>(value: T) => ({ value, current: value, subscribe: () => () => undefined })

/** Shopify's object for the page, as far as our block asks for it. */
function shopifyFor({ surface, locale }: BlockGiven, extend: (target: string, show: () => void) => void) {
  const metafield: ShopMetafield = { url: 'https://preview.invalid', active: true, limitMs: 0, fallback: null, places: {} }
  const order = { id: 'gid://shopify/OrderIdentity/1' }
  return {
    extend,
    reload() {},
    setSignals() {},
    extension: { target: TARGET[surface], rendered: signal(true) },
    appMetafields: signal([{ target: {}, metafield: { key: KEY, value: JSON.stringify(metafield) } }]),
    ...(surface === 'thank-you' ? { orderConfirmation: signal({ order }) } : { order: signal(order) }),
    localization: { language: signal({ isoCode: locale }), country: signal(undefined) },
    checkoutToken: signal('preview'),
    sessionToken: { get: async () => 'preview' },
  }
}

/** Runs the bundle that Shopify runs in the frame's own page; nothing that it asks for leaves it. */
export function openBlock(page: Page, given: BlockGiven): Promise<void> {
  defineElements(page, elementStyle)
  return new Promise((resolve, reject) => {
    let shown = false
    const extend = (target: string, show: () => void) => {
      if (target !== TARGET[given.surface]) return
      shown = true
      // Shopify calls the extension once its script has run.
      page.queueMicrotask(show)
    }
    Object.assign(page, { shopify: shopifyFor(given, extend), fetch: async () => Response.json(given.answer) })
    const script = page.document.createElement('script')
    script.src = BUNDLE
    script.addEventListener('load', () => (shown ? resolve() : reject(new Error('The extension shows no block'))))
    script.addEventListener('error', () => reject(new Error('The extension could not be loaded')))
    page.document.head.append(script)
  })
}
