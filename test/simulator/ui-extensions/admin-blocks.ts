import { readFile } from 'node:fs/promises'
import type { Frame } from '../admin-pages/shell.ts'
import { card } from '../admin-pages/shell.ts'
import type { Simulator } from '../simulator.ts'
import { html, json, raw } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { extensionsAt } from './extensions.ts'
import type { AdminBlock } from './page/admin.ts'
import { rulesFor } from './rules.ts'

export const CUSTOMER_DETAILS = 'admin.customer-details.block.render'
const STYLES = new URL('./blocks.css', import.meta.url)

/** The blocks of the installed app on a customer's page; in Shopify's admin a merchant pins them there. */
export async function adminBlocks(simulator: Simulator, { shop, port }: Frame, customerId: number): Promise<Html | null> {
  if (!shop.installed) return null
  const built = await extensionsAt(simulator.settings.projectFolder, CUSTOMER_DETAILS)
  if (built.length === 0) return null
  const starts = built.map((extension): AdminBlock => {
    const at = `/__simulator/ui-extensions/${extension.handle}`
    return {
      frame: `${at}/frame`,
      bundle: `${at}/extension.js`,
      sandbox: '/__simulator/ui-extensions/sandbox.js',
      rules: { ...rulesFor(extension, CUSTOMER_DETAILS), backend: `http://app.localhost:${port}/` },
      given: {
        values: { 'extension.target': CUSTOMER_DETAILS, 'data.selected': [{ id: `gid://shopify/Customer/${customerId}` }] },
        signals: {},
        absent: [],
        texts: extension.texts,
        locale: 'en',
        currency: shop.currency,
        missingTranslation: simulator.settings.missingTranslation,
      },
      shop: shop.domain,
      app: `/store/${shop.handle}/apps/encore`,
    }
  })
  return html`${built.map(({ name, handle }, index) => card(name, html`<div class="block-slot" data-block="${index}" data-extension="${handle}"></div>`))}
    <style id="block-styles" media="not all">
      ${raw(await readFile(STYLES, 'utf8'))}
    </style>
    <script type="application/json" id="blocks">
      ${json(starts)}
    </script>
    <script src="/__simulator/ui-extensions/admin.js"></script>`
}
