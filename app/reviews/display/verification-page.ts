import { isRightToLeft, languageOf } from '#app/values/languages.ts'
import { html, type Markup } from './html.ts'
import type { Voice } from './markup.ts'
import { assured, type Practice } from './verification/assurances.ts'
import { ASSURANCES } from './verification/catalogue.ts'

/** “How we verify reviews”: what the shop really does, read from its settings. */
export function verificationPage(practice: Practice, { say, locale, shopName }: Voice): Markup {
  const language = languageOf(locale)
  const texts = ASSURANCES[language]
  return html`<link rel="stylesheet" href="/apps/reviews/style.css" />
    <section class="encore-reviews" lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">
      <h1 class="encore-heading">${say('how_verified')}</h1>
      ${assured(practice).map((key) => html`<p class="encore-review-body">${texts[key].replace('{shop}', () => shopName)}</p>`)}
    </section>`
}
