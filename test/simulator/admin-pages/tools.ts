import type { Simulator } from '../simulator.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { deliveries } from '../webhooks/log.ts'
import type { Delivery } from '../webhooks/log.ts'
import { ERROR_CODES } from '../post-purchase/errors.ts'
import { at, badge, card, table } from './shell.ts'
import type { Frame } from './shell.ts'

const STATE = { waiting: 'warn', underway: 'warn', delivered: 'good', failed: 'bad', dropped: 'bad' } as const

export async function webhooksPage(simulator: Simulator, { shop }: Frame): Promise<Html> {
  const sent = await deliveries(simulator, { shop: shop.domain, limit: '100' })
  return card(
    'The last hundred',
    table(
      ['Topic', 'Triggered', 'State', 'Tries', 'Last answer', ''],
      sent.map((one) => [
        one.topic,
        at(new Date(one.triggeredAt).toISOString()),
        badge(one.state, STATE[one.state]),
        one.attempts,
        lastAnswer(one),
        html`<details>
          <summary>payload</summary>
          <pre>${JSON.stringify(one.payload, null, 1)}</pre>
        </details>`,
      ]),
    ),
  )
}

const lastAnswer = ({ log }: Delivery): string => {
  const last = log.at(-1)
  return last ? `${last.status ?? last.error ?? ''} in ${Math.round(last.ms)} ms` : ''
}

const HOUR = 3_600_000
const PUSHES: [string, number][] = [
  ['10 minutes', HOUR / 6],
  ['1 hour', HOUR],
  ['1 day', 24 * HOUR],
  ['1 week', 168 * HOUR],
  ['30 days', 720 * HOUR],
]

export const clockPage = ({ clock }: Simulator, { shop }: Frame): Html =>
  card(
    'Simulated time',
    html`<p class="big">${at(clock.now().toISOString())} UTC</p>
      <p class="quiet">
        ${Math.round(clock.offsetMs() / HOUR)} hours ahead of the real clock. It only goes forward; everything that becomes due happens.
      </p>
      <form method="post" action="/store/${shop.handle}/clock" class="inline">
        ${PUSHES.map(([label, ms]) => html`<button name="ms" value="${ms}">+ ${label}</button>`)}
      </form>`,
  )

const PLACES = ['admin-api', 'token', 'app', 'webhook']
const KINDS = ['timeout', 'server-error', 'bad-gateway', 'throttle', 'reset', 'slow', 'duplicate', 'delay', 'reorder', 'drop', 'wrong-hmac']

export function faultsPage({ faults }: Simulator, { shop }: Frame): Html {
  const options = (all: readonly string[]) => all.map((one) => html`<option>${one}</option>`)
  return html`${card(
      'Waiting to happen',
      table(
        ['Where', 'What', 'Only when it contains', 'Times'],
        faults.list().map((fault) => [fault.where, fault.kind, fault.match ?? '', fault.times]),
      ),
    )}
    <form method="post" action="/store/${shop.handle}/faults/clear"><button>Clear</button></form>
    ${card(
      'New fault',
      html`<form method="post" action="/store/${shop.handle}/faults" class="fields">
        <label
          >Where
          <select name="where">
            ${options(PLACES)}
          </select></label
        ><label
          >What
          <select name="kind">
            ${options(KINDS)}
          </select></label
        ><label>Only when it contains <input name="match" placeholder="/surface/offer or orders/create" /></label
        ><label>Times <input name="times" type="number" value="1" min="1" /></label>
        <p><button class="primary">Add</button></p>
      </form>`,
    )}
    ${card(
      'Errors of the post-purchase page',
      html`<p class="quiet">
          Buy something by card, stay on the post-purchase page, copy the checkout token from its address, and choose what its next accept
          shall answer.
        </p>
        <form method="post" action="/store/${shop.handle}/checkout-fault" class="fields">
          <label>Checkout token <input name="token" required /></label
          ><label
            >Answer
            <select name="code">
              ${options(['charge declined', ...ERROR_CODES])}
            </select></label
          >
          <p><button class="primary">Set</button></p>
        </form>`,
    )}`
}

export function settingsPage({ settings, configuration }: Simulator, { shop }: Frame): Html {
  const base = `/store/${shop.handle}/settings`
  return html`${card(
    'The app',
    html`<p>${shop.installed ? html`${badge('installed', 'good')} since ${at(shop.installed.installedAt)}` : badge('not installed')}</p>
      <form method="post" class="inline">
        ${shop.installed ? html`<button formaction="${base}/uninstall" class="danger">Uninstall</button>` : html`<a class="button primary" href="/store/${shop.handle}/apps/encore">Install and open</a>`}
      </form>
      <p class="quiet">Scopes: ${(shop.installed?.scopes ?? configuration.scopes).join(', ')}</p>`,
  )}
  ${card(
    'Checkout',
    html`<form method="post" action="${base}" class="fields">
      <label class="check"
        ><input type="checkbox" name="postPurchaseApp" ${shop.postPurchaseApp ? html` checked` : null} /> Post-purchase page: Encore</label
      ><label class="check"
        ><input type="checkbox" name="paypalReferenceTransactions" ${shop.paypalReferenceTransactions ? html` checked` : null} /> PayPal has
        reference transactions</label
      >
      <p>
        <button class="primary">Save</button> <a class="button" href="${base}/checkout/editor?page=thank-you&amp;context=apps">Customize</a>
      </p>
    </form>`,
  )}
  ${card(
    'What Shopify leaves open',
    html`<p class="quiet">Each is one named setting of the simulator, with its present value.</p>
      ${table(
        ['Setting', 'Value'],
        Object.entries(settings).map(([name, value]) => [name, html`<code>${JSON.stringify(value)}</code>`]),
      )}`,
  )}`
}
