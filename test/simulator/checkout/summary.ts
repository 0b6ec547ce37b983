import { inPresentment } from './money.ts'
import type { Quote } from './quote.ts'
import { presentmentTotal } from '../shop/orders.ts'
import { paymentsOf, totalsOf } from '../shop/orders-totals.ts'
import type { SimOrder } from '../model.ts'
import { display, toDecimal, toMinor } from '../money.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { wordsFor } from '../storefront/words.ts'

interface SummaryLine {
  picture: string
  title: string
  detail: string | null
  quantity: number
  before: string | null
  amount: string
  added?: boolean
}

export interface Row {
  label: string
  value: string
  strong?: boolean
}

export const summary = (lines: readonly SummaryLine[], rows: readonly Row[], extra: Html | null = null): Html =>
  html` <ul class="sum-lines">
      ${lines.map(
        (line) =>
          html`<li class="sum-line">
            <span class="sum-picture"><img src="${line.picture}" alt="" width="64" height="64" /><b>${line.quantity}</b></span>
            <span class="sum-title">${line.title}${line.detail ? html`<br /><small>${line.detail}</small>` : null}</span>
            <span class="sum-amount">${line.before ? html`<del>${line.before}</del> ` : null}${line.amount}</span>
          </li>`,
      )}
    </ul>
    ${extra}
    <dl class="sum-rows">
      ${rows.map((row) => html`<div${row.strong ? html` class="strong"` : null}><dt>${row.label}</dt><dd>${row.value}</dd></div>`)}
    </dl>`

/** What the checkout shows beside the form. */
export function quoteSummary(quoted: Quote, locale: string, extra: Html): Html {
  const words = wordsFor(locale)
  const { presentment } = quoted.currencies
  const show = (units: number) => display(toDecimal(inPresentment(units, quoted.currencies), presentment), presentment, locale)
  const lines = quoted.lines.map((line): SummaryLine => {
    const off = line.discounts.reduce((sum, { amount }) => sum + amount, 0)
    const gross = line.unitPrice * line.quantity
    return {
      picture: line.product.images[0]?.url ?? '',
      title: line.product.title,
      detail: [line.product.variants.length > 1 ? line.variant.title : null, line.plan?.name].filter(Boolean).join(', ') || null,
      quantity: line.quantity,
      before: off > 0 ? show(gross) : null,
      amount: show(gross - off),
    }
  })
  const rows: Row[] = [
    { label: words.subtotal, value: show(quoted.subtotal + quoted.discount) },
    ...(quoted.discount > 0
      ? [{ label: `${words.discount} (${quoted.applied.map(({ code }) => code).join(', ')})`, value: `−${show(quoted.discount)}` }]
      : []),
    ...(quoted.shipping
      ? [{ label: words.shipping, value: quoted.shipping.discounted === 0 ? words.free : show(quoted.shipping.discounted) }]
      : []),
    ...(quoted.tax > 0 ? [{ label: quoted.taxesIncluded ? words.taxIncluded : words.tax, value: show(quoted.tax) }] : []),
    { label: words.total, value: display(presentmentTotal(quoted), presentment, locale), strong: true },
  ]
  return summary(lines, rows, extra)
}

/** What an order came to, as the shopper sees it. */
export function orderSummary(order: SimOrder, locale: string, lines = order.lines): Html {
  const words = wordsFor(locale)
  const currency = order.presentmentCurrency
  const show = (amount: string) => display(amount, currency, locale)
  const totals = totalsOf(order)
  const { refunded } = paymentsOf(order)
  return summary(
    lines
      .filter((line) => line.currentQuantity > 0)
      .map((line) => {
        const gross = toMinor(line.unitPrice.presentment, currency) * line.quantity
        const off = line.discounts.reduce((sum, { amount }) => sum + toMinor(amount.presentment, currency), 0)
        return {
          picture: `/images/${line.productId}.svg`,
          title: line.title,
          detail: line.variantTitle,
          quantity: line.currentQuantity,
          before: off > 0 ? show(toDecimal(gross, currency)) : null,
          amount: show(toDecimal(gross - off, currency)),
          added: line.addedByEdit,
        }
      }),
    [
      { label: words.subtotal, value: show(totals.subtotal.presentment) },
      ...(order.shippingLines.length > 0
        ? [{ label: words.shipping, value: Number(totals.shipping.presentment) === 0 ? words.free : show(totals.shipping.presentment) }]
        : []),
      ...(Number(totals.tax.presentment) > 0
        ? [{ label: order.taxesIncluded ? words.taxIncluded : words.tax, value: show(totals.tax.presentment) }]
        : []),
      { label: words.total, value: show(totals.total.presentment), strong: true },
      ...(Number(refunded.presentment) > 0 ? [{ label: words.refunded, value: `−${show(refunded.presentment)}` }] : []),
    ],
  )
}
