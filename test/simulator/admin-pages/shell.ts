import type { SimShop } from '../model.ts'
import { html } from '../storefront/html.ts'
import type { Html } from '../storefront/html.ts'
import { documentOf } from '../storefront/shell.ts'

export const APP_NAME = 'Encore'

const SECTIONS = [
  ['orders', 'Orders'],
  ['products', 'Products'],
  ['customers', 'Customers'],
  ['discounts', 'Discounts'],
  ['selling-plans', 'Selling plans'],
  ['flow', 'Flow'],
  ['webhooks', 'Webhooks'],
  ['clock', 'Clock'],
  ['faults', 'Faults'],
  ['settings', 'Settings'],
] as const

export type Section = (typeof SECTIONS)[number][0] | 'home' | 'app'

export interface Frame {
  shop: SimShop
  shops: readonly SimShop[]
  section: Section
  title: string
  port: number
}

export const adminPage = (frame: Frame, content: Html): Html =>
  documentOf(
    `${frame.title} · ${frame.shop.name}`,
    'en',
    'admin',
    html`<body>
      ${topBar(frame)}
      <div class="body">
        ${sideBar(frame)}
        <main class="page">
          <h1>${frame.title}</h1>
          ${content}
        </main>
      </div>
    </body>`,
  )

export const topBar = ({ shop, shops }: Frame): Html =>
  html`<header class="top">
    <a class="brand" href="/">Simulated admin</a>
    <details class="shops">
      <summary>${shop.name}</summary>
      <ul>
        ${shops.map(
          (one) =>
            html`<li>
              <a href="/store/${one.handle}" ${one.handle === shop.handle ? html` aria-current="true"` : null}
                >${one.name} <small>${one.currency}</small></a
              >
            </li>`,
        )}
      </ul>
    </details>
  </header>`

export const sideBar = ({ shop, section, port }: Frame): Html =>
  html`<nav class="side" aria-label="Admin">
    <ul>
      <li><a data-leaves href="/store/${shop.handle}" ${section === 'home' ? html` aria-current="page"` : null}>Home</a></li>
      ${SECTIONS.map(([name, label]) => html`<li><a data-leaves href="/store/${shop.handle}/${name}" ${section === name ? html` aria-current="page"` : null}>${label}</a></li>`)}
      <li><a data-leaves href="http://${shop.handle}.localhost:${port}/" target="_blank" rel="noopener">Online store ↗</a></li>
    </ul>
    <p class="side-head">Apps</p>
    <ul>
      <li>
        <a data-leaves href="/store/${shop.handle}/apps/encore" ${section === 'app' ? html` aria-current="true"` : null}
          ><span class="app-mark">E</span>${APP_NAME}</a
        >
        <ul id="app-nav"></ul>
      </li>
    </ul>
  </nav>`

export const table = (head: readonly (string | Html)[], rows: readonly (readonly (string | number | Html | null)[])[]): Html =>
  rows.length === 0
    ? html`<p class="quiet">Nothing here yet.</p>`
    : html`<div class="scroll">
        <table>
          <thead>
            <tr>
              ${head.map((cell) => html`<th scope="col">${cell}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row) =>
                html`<tr>
                  ${row.map((cell) => html`<td>${cell}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`

export const pager = (base: string, before: string | null, next: string | null): Html =>
  html`<p class="pager">
    ${before === null ? null : html`<a class="button" href="${base}${before}">First</a>`}
    ${next === null ? null : html`<a class="button" href="${base}${next}">More</a>`}
  </p>`

export const badge = (text: string, tone: 'plain' | 'good' | 'warn' | 'bad' = 'plain'): Html =>
  html`<span class="badge ${tone}">${text}</span>`

export const card = (title: string, content: Html): Html =>
  html`<section class="card">
    <h2>${title}</h2>
    ${content}
  </section>`

export const at = (iso: string): string => iso.slice(0, 16).replace('T', ' ')
