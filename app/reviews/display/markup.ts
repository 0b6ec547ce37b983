import { html, lines, type Markup } from './html.ts'
import type { Say } from './say.ts'
import { percentOf, type ShownReview } from './shown.ts'

export interface Voice {
  say: Say
  locale: string
  timeZone: string
  shopName: string
}

export const stars = (rating: number | string, say: Say): Markup =>
  html`<span class="encore-stars" role="img" aria-label="${say('stars', { rating })}" style="--encore-rating: ${rating}"></span>`

/** The same as `snippets/review.liquid` of the theme app extension makes of the metaobject; a test holds the two together. */
export function reviewItem(review: ShownReview, voice: Voice): Markup {
  const { id } = review
  return html`<li class="encore-review" id="encore-review-${id}" tabindex="-1">
    <article aria-labelledby="encore-author-${id}">
      <header class="encore-review-head">
        ${stars(review.rating, voice.say)}<span class="encore-author" id="encore-author-${id}">${oneLine(review.author) || '–'}</span>
        <time class="encore-quiet" datetime="${review.submittedAt.toISOString().slice(0, 10)}">${sayDate(review.submittedAt, voice)}</time>
      </header>
      ${badges(review, voice.say)}${oneLine(review.title) ? html`<h3 class="encore-review-title" dir="auto">${oneLine(review.title)}</h3>` : null}${review.body.trim() ? html`<p class="encore-review-body" dir="auto" lang="${review.language}">${lines(review.body)}</p>` : null}${review.recommends ? html`<p class="encore-recommends">${voice.say('recommends')}</p>` : null}${answers(review)}${media(review, voice.say)}${reply(review, voice)}
    </article>
  </li>`
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const sayDate = (at: Date, { locale, timeZone }: Voice): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(at)

function badges(review: ShownReview, say: Say): Markup | null {
  const percent = percentOf(review.incentive)
  const shown = [
    review.verified && html`<li class="encore-badge encore-badge-verified">${say('verified')}</li>`,
    percent !== null && html`<li class="encore-badge">${say('incentive_percent', { percent })}</li>`,
    percent === null && review.incentive && html`<li class="encore-badge">${say('incentive')}</li>`,
    review.imported && html`<li class="encore-badge">${say('imported')}</li>`,
    review.edited && html`<li class="encore-badge">${say('edited')}</li>`,
    review.featured && html`<li class="encore-badge">${say('featured')}</li>`,
  ].filter((one) => one instanceof Object)
  return shown.length > 0
    ? html`<ul class="encore-badges">
        ${shown}
      </ul>`
    : null
}

const answers = ({ answers: given }: ShownReview): Markup | null =>
  given.length === 0
    ? null
    : html`<dl class="encore-answers">
        ${given.map(
          ({ question, answer }) =>
            html`<div>
              <dt>${question}</dt>
              <dd dir="auto">${answer}</dd>
            </div>`,
        )}
      </dl>`

const media = ({ media: shown }: ShownReview, say: Say): Markup | null =>
  shown.length === 0
    ? null
    : html`<ul class="encore-media">
        ${shown.map(({ kind, url }, index) => html`<li>${kind === 'video' ? html`<video src="${url}" controls preload="none" playsinline width="160" height="160" aria-label="${say('video')}"></video>` : html`<a href="${url}" data-encore="photo"><img src="${url}" alt="${say('photo', { number: index + 1 })}" width="96" height="96" loading="lazy" /></a>`}</li>`)}
      </ul>`

const reply = ({ reply: text }: ShownReview, { say, shopName }: Voice): Markup | null =>
  text?.trim()
    ? html`<div class="encore-reply">
        <p class="encore-reply-from">${say('reply', { shop: shopName })}</p>
        <p dir="auto">${lines(text)}</p>
      </div>`
    : null
