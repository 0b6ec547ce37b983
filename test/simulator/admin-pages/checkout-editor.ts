import type { SimShop } from '../model.ts'
import type { Simulator } from '../simulator.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { IN_EDITOR, ORDER_STATUS, THANK_YOU } from '../ui-extensions/api/pages.ts'
import type { SettingField, UiExtension } from '../ui-extensions/extensions.ts'
import { extensionsAt, uiExtensions } from '../ui-extensions/extensions.ts'
import { placeBlock, placedBlocks, removeBlock } from '../ui-extensions/placement.ts'
import type { PlacedBlock, SettingValue } from '../ui-extensions/placement.ts'
import type { Act, Content } from './visits.ts'

/** The editor's own names of pages, as links of apps give them in `page`. */
const PAGES = { 'thank-you': { target: THANK_YOU, name: 'Thank you' }, 'order-status': { target: ORDER_STATUS, name: 'Order status' } }
type PageName = keyof typeof PAGES
const isPage = (name: string): name is PageName => name in PAGES

/** What App Bridge tells the app of its UI extensions: every target, and `active` where the merchant has placed the block. */
export async function blockActivations(simulator: Simulator, shop: SimShop | null): Promise<object[]> {
  const placed = shop ? await placedBlocks(simulator, shop) : []
  return (await uiExtensions(simulator.settings.projectFolder)).map(({ handle, targets }) => ({
    handle,
    type: 'ui_extension',
    activations: targets
      .filter(({ target }) => placed.some((one) => one.extension === handle && one.target === target))
      .map(({ target }) => ({ target })),
  }))
}

/** The checkout and accounts editor as a link of the app opens it; nothing is kept before the merchant saves. */
export const checkoutEditor: Content = async ({ simulator, url }, { shop }) => {
  const name = url.searchParams.get('page') ?? 'thank-you'
  if (!isPage(name)) return html`<p>501: the simulator’s checkout editor does not have the page ${name}.</p>`
  const app = url.searchParams.get('app')
  if (app !== null && app !== simulator.app.clientId) return html`<p>No app has the key ${app}.</p>`
  const { target } = PAGES[name]
  const [built, placed] = [await extensionsAt(simulator.settings.projectFolder, target), await placedBlocks(simulator, shop)]
  return html`<nav class="tabs" aria-label="Page">
      ${Object.entries(PAGES).map(([one, page]) => html`<a href="?page=${one}&amp;context=apps" ${one === name ? html` aria-current="page"` : null}>${page.name}</a> `)}
    </nav>
    <p>Our simulated page takes app blocks below its greeting. In the real editor the merchant drags them anywhere.</p>
    ${built.length === 0 ? html`<p class="quiet">The app has no block for this page.</p>` : null}
    ${built.map((extension) =>
      blockCard(
        shop,
        name,
        extension,
        placed.find((one) => one.extension === extension.handle && one.target === target),
      ),
    )}
    ${await pageOfLatest(simulator, shop, name)}`
}

const MOST = 50

/** The page as it is being put together, with the latest order on it that has such a page. */
async function pageOfLatest({ store, port }: Simulator, shop: SimShop, name: PageName): Promise<Html> {
  const orders = await store.list(shop.domain, 'order', { limit: MOST, reverse: true })
  const order = orders.find(({ checkoutToken }) => name === 'order-status' || checkoutToken !== null)
  if (!order) return html`<p class="quiet">Buy something in the store, and the page is shown here.</p>`
  const path = name === 'order-status' ? `/orders/${order.token}` : `/checkouts/${order.checkoutToken}/thank_you`
  const address = `http://${shop.handle}.localhost:${port}${path}?${IN_EDITOR}=1`
  return html`<iframe
    title="${PAGES[name].name}"
    src="${address}"
    style="inline-size:100%;block-size:40rem;border:1px solid #ddd"
  ></iframe>`
}

const blockCard = (shop: SimShop, page: PageName, { handle, name, fields }: UiExtension, placed: PlacedBlock | undefined): Html =>
  html`<section class="card">
    <h2>${name}</h2>
    <p>${placed ? `On the page ${PAGES[page].name}` : 'Not placed'}</p>
    <form method="post" action="/store/${shop.handle}/settings/checkout/blocks">
      <input type="hidden" name="page" value="${page}" />
      <input type="hidden" name="block" value="${handle}" />
      ${fields.map((field) => settingField(field, placed?.settings[field.key]))}
      <button name="do" value="place">${placed ? 'Save' : 'Add'} ${name}</button>
      ${placed ? html`<button name="do" value="remove">Remove ${name}</button>` : null}
    </form>
  </section>`

const choicesOf = ({ validations = [] }: SettingField): string[] | null => {
  const choices = validations.find(({ name }) => name === 'choices')?.value
  return choices ? (JSON.parse(choices) as string[]) : null
}

function settingField(field: SettingField, value: SettingValue | undefined): Html {
  const name = `setting:${field.key}`
  const choices = choicesOf(field)
  const control = choices
    ? html`<select name="${name}">
        <option value=""></option>
        ${choices.map((one) => html`<option${one === value ? html` selected` : null}>${one}</option>`)}
      </select>`
    : field.type === 'boolean'
      ? html`<input type="checkbox" name="${name}" ${value === true ? html` checked` : null} />`
      : html`<input
          name="${name}"
          value="${value === undefined ? '' : String(value)}"
          ${field.type.startsWith('number') ? html` type="number" step="any"` : null}
        />`
  return html`<label>${field.name ?? field.key} ${control}</label>`
}

/** What is left empty stays without a value, as it is before the merchant has set anything. */
function settingsFrom(form: FormData, fields: readonly SettingField[]): Record<string, SettingValue> {
  const given = fields.flatMap((field): [string, SettingValue][] => {
    const value = form.get(`setting:${field.key}`)
    if (field.type === 'boolean') return [[field.key, value !== null]]
    if (typeof value !== 'string' || value === '') return []
    return [[field.key, field.type.startsWith('number') ? Number(value) : value]]
  })
  return Object.fromEntries(given)
}

export const saveCheckout: Act = async ({ simulator }, { shop }, form) => {
  const [page, block] = [String(form.get('page')), String(form.get('block'))]
  if (!isPage(page)) throw new Error(`The checkout editor has no page ${page}`)
  const { target } = PAGES[page]
  const extension = (await extensionsAt(simulator.settings.projectFolder, target)).find(({ handle }) => handle === block)
  if (!extension) throw new Error(`The app has no block ${block} for the page ${page}`)
  if (form.get('do') === 'remove') await removeBlock(simulator, shop, { extension: block, target })
  else await placeBlock(simulator, shop, { extension: block, target, settings: settingsFrom(form, extension.fields) })
  return `settings/checkout/editor?page=${page}&context=apps`
}
