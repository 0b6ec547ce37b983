import { html } from 'hono/html'
import { isRightToLeft, type Language } from '../values/languages.ts'

export type Markup = ReturnType<typeof html>

export interface OpeningView {
  language: Language
  title: string
  text: string
  /** Leads on when she says so; `atOnce`: her browser says so for her, while a scanner that looks ahead at links takes nothing. */
  action: { label: string; query: string; atOnce: boolean } | null
  /** The checkout, where it is ready. */
  to: string | null
  shop: { label: string; url: string }
  color: string
  ink: string
}

/** A page on the shop's own domain that says one thing, or leads on. Without scripts a button does the same. */
export const openingPage = ({ language, title, text, action, to, shop, color, ink }: OpeningView): Markup =>
  html`<!doctype html>
    <html lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="referrer" content="no-referrer" />
        <meta name="color-scheme" content="light dark" />
        ${to ? html`<meta http-equiv="refresh" content="0;url=${to}" />` : ''}
        <title>${title}</title>
        <style>
          body {
            font:
              1.0625rem/1.5 system-ui,
              sans-serif;
            max-width: 32rem;
            margin: 12vh auto 0;
            padding: 0 1.25rem;
            overflow-wrap: anywhere;
          }
          .go {
            display: inline-block;
            font: inherit;
            border: 0;
            cursor: pointer;
            padding: 0.75rem 1.5rem;
            border-radius: 0.4rem;
            font-weight: 600;
            text-decoration: none;
            background: ${color};
            color: ${ink};
          }
          .shop {
            color: inherit;
          }
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p>${text}</p>
          ${to && action ? html`<p><a class="go" href="${to}">${action.label}</a></p>` : action ? formOf(action) : ''}
          <p><a class="shop" href="${shop.url}">${shop.label}</a></p>
        </main>
      </body>
    </html>`

const formOf = ({ label, query, atOnce }: NonNullable<OpeningView['action']>): Markup =>
  html`<form method="post" action="?${query}">
      <p><button class="go">${label}</button></p>
    </form>
    ${
      atOnce
        ? html`<script>
            document.forms[0].submit()
          </script>`
        : ''
    }`
