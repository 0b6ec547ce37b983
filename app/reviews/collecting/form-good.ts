import { html } from 'hono/html'
import { LONGEST, MOST_PHOTOS, RATINGS } from '../review.ts'
import { fillWords } from '../wording/catalogue.ts'
import type { FormWords } from '../wording/form-words.ts'
import { field } from './draft.ts'
import { faultAttributes, faultText, textField } from './form-fields.ts'
import type { FormView, GoodView } from './form-view.ts'
import { MOST_VIDEO_MEGABYTES, PHOTO_TYPES, VIDEO_TYPES } from './limits.ts'
import type { Markup } from './page.ts'

/** One product: its stars always in sight, the rest where she has begun. */
export const goodSection = (good: GoodView, view: FormView, words: FormWords): Markup =>
  html`<section class="good" data-product="${good.id}" data-version="${good.version ?? ''}" aria-labelledby="${field('product', good.id)}">
    <header>
      ${good.imageUrl ? html`<img src="${good.imageUrl}" alt="" width="64" height="64" />` : ''}
      <h2 id="${field('product', good.id)}" dir="auto">${good.title}</h2>
    </header>
    ${good.goesBack ? html`<p class="hint">${words.goesBack}</p>` : ''}
    ${good.wrote === null ? '' : html`<p class="hint">${fillWords(words.wrote, { date: good.wrote })}</p>`} ${stars(good, view, words)}
    <details ${good.open ? html`open` : ''}>
      <summary>${words.write}</summary>
      ${texts(good, view, words)} ${recommends(good, words)} ${media(good, view, words)}
    </details>
  </section>`

/** Radio buttons, so that arrow keys and screen readers know them; the stars are their looks. */
function stars({ id, draft }: GoodView, { problems }: FormView, words: FormWords): Markup {
  const name = field('rating', id)
  return html`<fieldset class="stars" id="${name}" ${faultAttributes(name, problems)}>
    <legend>${words.rating}</legend>
    ${faultText(name, problems, words)}
    <div>
      ${RATINGS.map(
        (rating) =>
          html`<label title="${words.stars[rating - 1]}"
            ><input type="radio" name="${name}" value="${rating}" ${draft.rating === rating ? html`checked` : ''} /><span aria-hidden="true"
              >★</span
            ><span class="unseen">${words.stars[rating - 1]}</span></label
          >`,
      )}
    </div>
  </fieldset>`
}

function texts({ id, draft }: GoodView, { problems, questions }: FormView, words: FormWords): Markup {
  const common = { problems, words }
  const title = {
    ...common,
    name: field('title', id),
    label: words.title,
    value: draft.title,
    optional: words.optional,
    most: LONGEST.title,
  }
  const body = {
    ...common,
    name: field('body', id),
    label: words.body,
    value: draft.body,
    hint: words.bodyHint,
    most: LONGEST.body,
    lines: 5,
  }
  const asked = questions.map((question, n) =>
    textField({
      ...common,
      name: field(`answer${n}`, id),
      label: question,
      value: draft.answers[n] ?? '',
      optional: words.optional,
      most: LONGEST.answer,
    }),
  )
  return html`${textField(body)} ${textField(title)} ${asked}`
}

function recommends({ id, draft }: GoodView, words: FormWords): Markup {
  const choice = (value: 'yes' | 'no', chosen: boolean) =>
    html`<label
      ><input type="radio" name="${field('recommends', id)}" value="${value}" ${chosen ? html`checked` : ''} /> ${words[value]}</label
    >`
  return html`<fieldset class="choice">
    <legend>${words.recommend} <span class="hint">(${words.optional})</span></legend>
    ${choice('yes', draft.recommends === true)} ${choice('no', draft.recommends === false)}
  </fieldset>`
}

function media(good: GoodView, { problems }: FormView, words: FormWords): Markup {
  const input = (name: string, label: string, hint: string, accept: string, multiple: boolean) =>
    html`<div class="field">
      <label for="${name}">${label} <span class="hint">(${words.optional})</span></label>
      <p class="hint" id="${name}-hint">${hint}</p>
      ${faultText(name, problems, words)}
      <input
        type="file"
        id="${name}"
        name="${name}"
        accept="${accept}"
        ${multiple ? html`multiple` : ''}
        ${faultAttributes(name, problems, `${name}-hint`)}
      />
      <div class="previews"></div>
    </div>`
  const photosHint = fillWords(words.photosHint, { count: String(MOST_PHOTOS) })
  const videoHint = fillWords(words.videoHint, { size: String(MOST_VIDEO_MEGABYTES) })
  return html`${kept(good, words)} ${input(field('photos', good.id), words.photos, photosHint, PHOTO_TYPES.join(), true)}
  ${input(field('video', good.id), words.video, videoHint, VIDEO_TYPES.join(), false)}`
}

/** What she sent before, each with a way to take it out. */
const kept = ({ id, draft, media: before }: GoodView, words: FormWords): Markup | '' =>
  before.length === 0
    ? ''
    : html`<ul class="kept">
        ${before.map(
          (one, index) =>
            html`<li>
              ${
                one.kind === 'photo' && one.url
                  ? html`<img src="${one.url}" alt="${fillWords(words.photoOf, { number: String(index + 1) })}" width="96" height="96" />`
                  : html`<span>${one.kind === 'video' ? words.video : fillWords(words.photoOf, { number: String(index + 1) })}</span>`
              }
              <label
                ><input
                  type="checkbox"
                  name="${field('remove', id)}"
                  value="${one.id}"
                  ${draft.remove.includes(one.id) ? html`checked` : ''}
                />
                ${words.remove}</label
              >
            </li>`,
        )}
      </ul>`
