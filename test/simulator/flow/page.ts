import { at, card, table } from '../admin-pages/shell.ts'
import type { Frame } from '../admin-pages/shell.ts'
import type { Simulator } from '../simulator.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { triggersOf } from './triggers.ts'

/** What Shopify Flow heard of the app. A workflow that begins with the trigger would have run with these values. */
export async function flowPage(simulator: Simulator, { shop, port }: Frame): Promise<Html> {
  const [triggers, runs] = await Promise.all([
    triggersOf(simulator),
    simulator.store.list(shop.domain, 'flowRun', { limit: 50, reverse: true }),
  ])
  return html`<p class="quiet">
      Workflows are not run here. What a trigger told is kept below; the app's action is played at
      <a href="http://providers.localhost:${port}/?shop=${shop.handle}&provider=flow">providers.localhost</a>.
    </p>
    ${card(
      'Triggers of the app',
      table(
        ['Trigger', 'Handle', 'Fields'],
        triggers.map(({ name, handle, fields }) => [name, html`<code>${handle}</code>`, fields.map(({ key }) => key).join(', ')]),
      ),
    )}
    ${card(
      'What they told',
      table(
        ['When', 'Trigger', 'Values'],
        runs.map(({ updatedAt, name, payload }) => [at(updatedAt), name, html`<pre>${JSON.stringify(payload, null, 1)}</pre>`]),
      ),
    )}`
}
