import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { themeExtension } from '../theme/extension.ts'
import { placeBlock, placedBlocks, PLACES, removeBlock, type Place } from '../theme/placement.ts'
import type { Act, Content } from './visits.ts'

const THEME = 'gid://shopify/OnlineStoreTheme/1'

/** What App Bridge tells the app of its own theme app extension: the blocks, and where the merchant has put them. */
export async function themeActivations(simulator: Simulator, shop: SimShop | null): Promise<object[]> {
  const extension = await themeExtension(simulator.settings.projectFolder)
  if (!extension || !shop) return []
  const placed = await placedBlocks(simulator, shop)
  const activations = [...extension.blocks].map(([handle, { name }]) => {
    const places = placed.filter(({ block }) => block === handle)
    const status = places.length > 0 ? 'active' : 'available'
    return {
      target: 'section',
      handle,
      name,
      status,
      activations: places.map(({ place }) => ({ target: `template--product/main/${place}`, themeId: THEME })),
    }
  })
  return [{ handle: extension.handle, type: 'theme_app_extension', activations }]
}

/** The theme editor as a link of the app opens it: a block is there to be added, and nothing is kept before the merchant saves. */
export const themeEditor: Content = async ({ simulator, url }, { shop }) => {
  const extension = await themeExtension(simulator.settings.projectFolder)
  if (!extension) return null
  const [client, asked] = (url.searchParams.get('addAppBlockId') ?? '').split('/')
  if (asked !== undefined && client !== simulator.app.clientId) return html`<p>No app has the key ${client ?? ''}.</p>`
  const placed = await placedBlocks(simulator, shop)
  return html`<p>Our simulated theme takes app blocks at three places. On a real theme the merchant drags them anywhere.</p>
    ${[...extension.blocks].map(([handle, { name, templates }]) =>
      blockCard(
        shop,
        { handle, name, asked: handle === asked, onlyProduct: templates !== null },
        placed.filter(({ block }) => block === handle).map(({ place }) => place),
      ),
    )}`
}

interface Offered {
  handle: string
  name: string
  asked: boolean
  onlyProduct: boolean
}

function blockCard(shop: SimShop, { handle, name, asked, onlyProduct }: Offered, at: readonly Place[]): Html {
  const places = (Object.keys(PLACES) as Place[]).filter((place) => !onlyProduct || place !== 'card')
  const usual: Place = handle.includes('card') ? 'card' : handle.includes('stars') ? 'title' : 'product-end'
  return html`<section class="card">
    <h2>${name}${asked ? html` <small>to be added</small>` : null}</h2>
    <p>${at.length > 0 ? at.map((place) => PLACES[place]).join(', ') : 'Not in the theme'}</p>
    <form method="post" action="/store/${shop.handle}/themes/blocks">
      <input type="hidden" name="block" value="${handle}" />
      <label
        >Place
        <select name="place">
          ${places.map((place) => html`<option value="${place}" ${place === (at[0] ?? usual) ? html` selected` : null}>${PLACES[place]}</option>`)}
        </select></label
      >
      <button name="do" value="place">Save ${name}</button>
      ${at.length > 0 ? html`<button name="do" value="remove">Remove ${name}</button>` : null}
    </form>
  </section>`
}

export const saveTheme: Act = async ({ simulator }, { shop }, form) => {
  const extension = await themeExtension(simulator.settings.projectFolder)
  const block = String(form.get('block'))
  const place = String(form.get('place'))
  if (!extension?.blocks.has(block) || !(place in PLACES))
    throw new Error(`The theme has no place ${place}, or the extension no block ${block}`)
  if (form.get('do') === 'remove') await removeBlock(simulator, shop, block)
  else await placeBlock(simulator, shop, { block, place: place as Place })
  return 'themes/current/editor'
}
