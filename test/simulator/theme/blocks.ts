import { NotModelled } from '../admin-api/refusals.ts'
import type { SimProduct, SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { html, raw, type Html } from '../storefront/html.ts'
import { themeEngine } from './engine.ts'
import { defaultsOf, themeExtension, type Block, type ThemeExtension } from './extension.ts'
import { asProductObject, asShopObject, ThemeObject } from './objects.ts'
import { placedBlocks, type Place } from './placement.ts'

export interface Scene {
  simulator: Simulator
  shop: SimShop
  locale: string
}

/** What stands at a place of the theme. Nothing without the app, or where the merchant has placed nothing. */
export interface Blocks {
  at(place: Place, product: SimProduct): Promise<Html | null>
  /** The stylesheets of what is placed, for the page's head. */
  styles: readonly string[]
}

const NOTHING: Blocks = { at: async () => null, styles: [] }

export async function blocksOf(scene: Scene, places: readonly Place[]): Promise<Blocks> {
  const { simulator, shop } = scene
  const placed = shop.installed ? (await placedBlocks(simulator, shop)).filter(({ place }) => places.includes(place)) : []
  const extension = placed.length > 0 ? await themeExtension(simulator.settings.projectFolder) : null
  if (!extension) return NOTHING
  const blocks = placed.flatMap(({ block, place }) => {
    const found = extension.blocks.get(block)
    return found ? [{ place, handle: block, block: found }] : []
  })
  const render = renderer(scene, extension)
  return {
    styles: [...new Set(blocks.flatMap(({ block }) => block.stylesheet ?? []))],
    at: async (place, product) => {
      const here = blocks.filter((one) => one.place === place)
      if (here.length === 0) return null
      return html`${await Promise.all(here.map(({ handle, block }) => render(handle, block, product)))}`
    },
  }
}

function renderer({ simulator, shop, locale }: Scene, extension: ThemeExtension) {
  const engine = themeEngine(extension, { locale, timeZone: shop.timeZone })
  return async (handle: string, block: Block, product: SimProduct): Promise<Html> => {
    const shown = asProductObject(simulator, shop, product)
    const settings = {
      ...defaultsOf(block),
      ...Object.fromEntries(block.settings.flatMap(({ type, id }) => (type === 'product' && id ? [[id, shown]] : []))),
    }
    const id = `${handle}-${product.id}`
    const text = await engine
      .parseAndRender(block.liquid, {
        product: shown,
        shop: asShopObject(shop, simulator.port),
        request: new ThemeObject('request', {
          locale: new ThemeObject('locale', { iso_code: locale }),
          design_mode: false,
          page_type: 'product',
        }),
        block: new ThemeObject('block', { id, type: handle, shopify_attributes: '', settings: new ThemeObject('settings', settings) }),
      })
      .catch((error: Error) => {
        throw new NotModelled(`${handle}.liquid: ${error.message}`)
      })
    // Shopify wraps each app block.
    return html`<div id="shopify-block-${id}" class="shopify-block shopify-app-block">${raw(text)}</div>`
  }
}
