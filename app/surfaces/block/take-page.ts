import { html, raw } from 'hono/html'
import { isRightToLeft, type Language } from '#app/values/languages.ts'
import { catalogueOf } from '../wording/catalogue.ts'
import type { Overrides } from '../wording/overrides.ts'

// What Shopify gave the block of her travels behind the #, which no browser sends to a server: only this script, in her own browser, reads it.
const SCRIPT = `
const said = document.querySelector('p'), buttons = document.querySelector('div')
async function lead() {
  buttons.hidden = true
  said.textContent = said.dataset.leading
  const answer = await fetch(location.pathname + location.search, { method: 'POST' }).then((got) => got.json()).catch(() => ({ again: true }))
  if (answer.url) {
    const url = new URL(answer.url)
    for (const [name, value] of new URLSearchParams(location.hash.slice(1))) if (name.startsWith('checkout[')) url.searchParams.set(name, value)
    return location.replace(url)
  }
  said.textContent = answer.message || said.dataset.trouble
  buttons.hidden = false
  document.querySelector('#again').hidden = !answer.again
}
document.querySelector('#again').onclick = lead
document.querySelector('#back').onclick = () => history.length > 1 ? history.back() : window.close()
lead()
`

const STYLE = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto 0; padding: 0 1.25rem; text-align: center; overflow-wrap: anywhere }
button { font: inherit; font-weight: 600; padding: .6rem 1.5rem; margin: .25rem; border-radius: .4rem; border: 1px solid; cursor: pointer }
`

/** Between a block and the checkout: hands out what was offered, and says kindly when that is over. */
export function takePage(language: Language, isWhole: boolean, overrides: Overrides = {}) {
  const { tryOrder, words: said, block: words } = catalogueOf(language, overrides)
  return html`<!doctype html>
    <html lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${words.toCheckout}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <p role="status" data-leading="${words.leading}" data-trouble="${tryOrder}">${isWhole ? words.leading : tryOrder}</p>
          <div hidden>
            <button id="again">${said.again}</button>
            <button id="back">${words.back}</button>
          </div>
        </main>
        ${
          isWhole
            ? html`<script>
                ${raw(SCRIPT)}
              </script>`
            : ''
        }
      </body>
    </html>`
}
