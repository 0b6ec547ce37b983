import { readFile } from 'node:fs/promises'
import { html, json, raw } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import type { Given } from './page/given.ts'
import type { StorefrontBlock } from './page/storefront.ts'
import type { OrderPage } from './api/pages.ts'
import { ORDER_STATUS, orderStatusApi, THANK_YOU, thankYouApi } from './api/pages.ts'
import { blocksAt } from './placement.ts'
import { rulesFor } from './rules.ts'

const STYLES = new URL('./blocks.css', import.meta.url)

const APIS = { [THANK_YOU]: thankYouApi, [ORDER_STATUS]: orderStatusApi }

/** What is undefined is named, so that it is undefined on the other side as well. */
function carried(given: Given): Given {
  const undefinedIn = (record: Record<string, unknown>) => Object.keys(record).filter((name) => record[name] === undefined)
  return { ...given, absent: [...given.absent, ...undefinedIn(given.values)], empty: undefinedIn(given.signals) }
}

/** The slots of a page, each for one block that the merchant has placed; null where she has placed none. `here` answers what a block asks of the page. */
export async function blockSlots(page: OrderPage, target: keyof typeof APIS, here: string): Promise<Html | null> {
  const blocks = await blocksAt(page.simulator, page.shop, target)
  if (blocks.length === 0) return null
  const starts = await Promise.all(
    blocks.map(async (block): Promise<StorefrontBlock> => {
      const at = `/__simulator/ui-extensions/${block.extension.handle}`
      return {
        frame: `${at}/frame`,
        bundle: `${at}/extension.js`,
        sandbox: '/__simulator/ui-extensions/sandbox.js',
        rules: rulesFor(block.extension, target),
        given: carried(await APIS[target](page, block)),
        here,
        // Documented: on the thank-you page it lasts as long as the checkout, on the others as long as the browser keeps it.
        storage: `${block.extension.handle}:${target === THANK_YOU ? page.order.checkoutToken : 'account'}`,
        mayQuery: block.extension.apiAccess,
        login: page.customer ? null : `/account/login?return_to=${encodeURIComponent(here)}`,
      }
    }),
  )
  return html`${starts.map(({ rules }, index) => html`<div class="block-slot" data-block="${index}" data-extension="${rules.extension}" data-target="${target}"></div>`)}
    <style id="block-styles" media="not all">
      ${raw(await readFile(STYLES, 'utf8'))}
    </style>
    <script type="application/json" id="blocks">
      ${json(starts)}
    </script>
    <script src="/__simulator/ui-extensions/storefront.js"></script>`
}
