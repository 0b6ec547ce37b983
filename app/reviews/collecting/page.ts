import { html, raw } from 'hono/html'
import { isRightToLeft, type Language } from '#app/values/languages.ts'

export type Markup = ReturnType<typeof html>

export interface Assets {
  css: string
  script: string // its address
}

/** Whose page it is, above everything: the way back to the shop. */
export interface Brand {
  name: string
  logoUrl: string
}

const header = ({ name, logoUrl }: Brand): Markup | '' =>
  name === ''
    ? ''
    : html`<header class="shop">
        <a href="/">${logoUrl ? html`<img src="${logoUrl}" alt="${name}" height="40" />` : html`<bdi>${name}</bdi>`}</a>
      </header>`

/** A page of ours on the shop's own domain, without the theme around it. */
export const page = (language: Language, title: string, assets: Assets, body: Markup, brand: Brand): Markup =>
  html`<!doctype html>
    <html lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        <style>
          ${raw(assets.css)}
        </style>
        <script type="module" src="${assets.script}"></script>
      </head>
      <body>
        ${header(brand)}
        <main data-review>${body}</main>
      </body>
    </html>`

/** A page that only says something. */
export const saying = ({ heading, text }: { heading: string; text: string }): Markup =>
  html`<h1>${heading}</h1>
    <p>${text}</p>`
