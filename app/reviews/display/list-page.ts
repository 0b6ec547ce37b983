import { isRightToLeft, languageOf } from '#app/values/languages.ts'
import { html, type Markup } from './html.ts'
import { isFiltered, listAddress, type ListQuery } from './list-query.ts'
import { reviewItem, stars, type Voice } from './markup.ts'
import { SORTS } from './settings.ts'
import { averageOf, type ShownReview, type Summary } from './shown.ts'

export interface ListPage {
  query: ListQuery
  reviews: readonly ShownReview[]
  next: string | null
  /** Of what was asked for. */
  total: number
  summary: Summary
  product: { title: string; handle: string }
}

/** What the script puts into the list: the reviews, the way on, and what a screen reader is told. */
export function listPart(page: ListPage, voice: Voice): Markup {
  const { query, reviews, next, total } = page
  const { say, locale } = voice
  const said = query.after ? '' : say('shown', { shown: reviews.length, total })
  const clear = isFiltered(query)
    ? listAddress(query, locale, { stars: null, verified: false, photos: false, unpaid: false, after: null })
    : null
  return html`<div data-encore-said="${said}">
      ${clear && !query.after ? html`<p><span>${said}</span> · <a href="${clear}" data-encore="replace">${say('all_reviews')}</a></p>` : null}
      ${reviews.length === 0 ? html`<p class="encore-quiet">${say('nothing_fits')}</p>` : null}
    </div>
    <ul class="encore-list">
      ${reviews.map((review) => reviewItem(review, voice))}
    </ul>
    ${next ? html`<p class="encore-more"><a class="encore-button" href="${listAddress(query, locale, { after: next })}" data-encore="more">${say('more')}</a></p>` : null}`
}

/** The same as a page of the shop, for whoever has no script: rendered within the theme. */
export function listPage(page: ListPage, voice: Voice): Markup {
  const { summary, product, query } = page
  const { say, locale } = voice
  const language = languageOf(locale)
  return html`<link rel="stylesheet" href="/apps/reviews/style.css" />
    <section class="encore-reviews" id="encore-reviews" lang="${language}" dir="${isRightToLeft(language) ? 'rtl' : 'ltr'}">
      <p><a href="/products/${product.handle}">${say('back')}: ${product.title}</a></p>
      <h1 class="encore-heading">${say('heading')}</h1>
      <p class="encore-product-stars">
        ${stars(averageOf(summary), say)} <span aria-hidden="true">${averageOf(summary)}</span>
        <span>${say('based_on', { count: summary.count })}</span>
      </p>
      <p><a href="/apps/reviews/verification?locale=${locale}">${say('how_verified')}</a></p>
      ${filters(query, voice)}
      <div data-encore-list>${listPart(page, voice)}</div>
    </section>`
}

function filters(query: ListQuery, { say, locale }: Voice): Markup {
  const check = (name: 'verified' | 'photos' | 'unpaid', text: string) =>
    html`<label class="encore-check"
      ><input type="checkbox" name="${name}" value="1" ${query[name] ? html`checked` : null} /> <span>${text}</span></label
    >`
  return html`<form class="encore-filters" action="/apps/reviews/list" method="get" aria-label="${say('filter')}">
    <input type="hidden" name="product" value="${query.productId}" /><input type="hidden" name="locale" value="${locale}" />
    ${query.stars === null ? null : html`<input type="hidden" name="stars" value="${query.stars}" />`}
    <label
      ><span>${say('sort')}</span
      ><select name="sort">
        ${SORTS.map((sort) => html`<option value="${sort}" ${sort === query.sort ? html`selected` : null}>${say(`sort_${sort}`)}</option>`)}
      </select></label
    >
    ${check('verified', say('only_verified'))}${check('photos', say('only_photos'))}${check('unpaid', say('only_unpaid'))}
    <button type="submit" class="encore-button">${say('apply')}</button>
  </form>`
}
