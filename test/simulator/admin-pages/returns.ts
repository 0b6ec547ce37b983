import type { SimOrder, SimReturn, SimShop } from '../model.ts'
import { moveReturn, openReturn, refundReturn, returnable, stepsOf, takeOutOfReturn, type ReturnStep } from '../shop/returns.ts'
import type { Simulator } from '../simulator.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { badge, card, table } from './shell.ts'

const STEPS: Record<ReturnStep, string> = {
  approve: 'Approve the return',
  decline: 'Decline the return',
  cancel: 'Cancel the return',
  close: 'Close the return',
  reopen: 'Reopen the return',
}
const TONES = { REQUESTED: 'warn', OPEN: 'warn', CLOSED: 'good', DECLINED: 'plain', CANCELED: 'plain' } as const

/** What is coming back of an order, and what could: only what has left it. */
export function returnCards(order: SimOrder, base: string): Html {
  const open = order.lines.filter(({ id }) => returnable(order, id) > 0)
  return html`${(order.returns ?? []).map((one) => returnCard(order, one, base))}
  ${open.length === 0 || order.cancelledAt ? null : card('Send something back', wish(order, open, base))}`
}

const titleOf = (order: SimOrder, lineId: number): string => order.lines.find(({ id }) => id === lineId)?.title ?? ''

function returnCard(order: SimOrder, one: SimReturn, base: string): Html {
  const isOpen = one.status === 'OPEN'
  const rows = one.lines.map(({ id, lineId, quantity, refunded }) => [
    titleOf(order, lineId),
    quantity,
    refunded > 0 ? badge(`${refunded} refunded`, 'good') : '',
    isOpen && refunded === 0 && one.lines.length > 1
      ? html`<form method="post" action="${base}/keep-line" class="inline">
          <input type="hidden" name="return" value="${one.id}" />
          <button name="line" value="${id}" aria-label="Keep ${titleOf(order, lineId)}">Kept after all</button>
        </form>`
      : '',
  ])
  const isOwed = isOpen && one.lines.some(({ quantity, refunded }) => quantity > refunded)
  return card(
    `Return ${one.name}`,
    html`<p>${badge(one.status.toLowerCase(), TONES[one.status])}</p>
      ${table(['Item', 'Quantity', 'State', ''], rows)}
      <form method="post" class="inline">
        <input type="hidden" name="return" value="${one.id}" />
        ${isOwed ? html`<button formaction="${base}/refund-return">Refund the return</button>` : null}
        ${stepsOf(one).map((step) => html`<button formaction="${base}/${step}-return">${STEPS[step]}</button> `)}
      </form>`,
  )
}

const wish = (order: SimOrder, lines: SimOrder['lines'], base: string): Html =>
  html`<form method="post" action="${base}/request-return">
    <fieldset class="fields">
      <legend>How many of each</legend>
      ${lines.map(({ id, title, variantTitle }) => {
        const most = returnable(order, id)
        return html`<label
          >${title} ${variantTitle ?? ''} (of ${most})
          <input type="number" inputmode="numeric" name="line-${id}" min="0" max="${most}" value="0"
        /></label>`
      })}
    </fieldset>
    <p class="inline">
      <button>Shopper asks to send it back</button>
      <button formaction="${base}/create-return">Create the return</button>
    </p>
  </form>`

type Act = (simulator: Simulator, shop: SimShop, order: SimOrder, form: FormData) => Promise<unknown>

const begin =
  (by: 'shopper' | 'merchant'): Act =>
  async (simulator, shop, order, form) => {
    const lines = order.lines.flatMap(({ id }) => {
      const quantity = Math.min(Number(form.get(`line-${id}`) ?? 0), returnable(order, id))
      return quantity > 0 ? [{ lineId: id, quantity }] : []
    })
    if (lines.length === 0) return { problem: 'Say of at least one item how many of it come back.' }
    return openReturn(simulator, shop, order.id, { by, lines })
  }
const move =
  (step: ReturnStep): Act =>
  (simulator, shop, order, form) =>
    moveReturn(simulator, shop, order.id, Number(form.get('return')), step)

/** What the buttons of these cards do, or what is wrong with what they were asked. */
export const RETURN_ACTIONS: Record<string, Act> = {
  'request-return': begin('shopper'),
  'create-return': begin('merchant'),
  'approve-return': move('approve'),
  'decline-return': move('decline'),
  'cancel-return': move('cancel'),
  'close-return': move('close'),
  'reopen-return': move('reopen'),
  'keep-line': (simulator, shop, order, form) =>
    takeOutOfReturn(simulator, shop, order.id, Number(form.get('return')), Number(form.get('line'))),
  'refund-return': (simulator, shop, order, form) => refundReturn(simulator, shop, order.id, Number(form.get('return'))),
}
