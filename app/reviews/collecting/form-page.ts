import { html } from 'hono/html'
import { LONGEST } from '../review.ts'
import { formWords } from '../wording/catalogue.ts'
import type { FormWords } from '../wording/form-words.ts'
import { faultAttributes, faultText, problemText, textField } from './form-fields.ts'
import { goodSection } from './form-good.ts'
import type { FormView } from './form-view.ts'
import type { Markup } from './page.ts'

/** The whole form. Everything in it works without JavaScript. */
export function formPage(view: FormView): Markup {
  const words = formWords(view.language)
  const edits = view.goods.every(({ wrote }) => wrote !== null)
  return html`<h1>${view.goods.length > 1 ? words.headingOfOrder : words.heading}</h1>
    ${promise(view)} ${troubles(view, words)}
    <form method="post" action="${view.action}" enctype="multipart/form-data" novalidate data-draft="${draftOf(view)}">
      ${view.token ? html`<input type="hidden" name="t" value="${view.token}" />` : ''}
      <input type="hidden" name="pass" value="${view.pass}" />
      ${view.productId ? html`<input type="hidden" name="product" value="${view.productId}" />` : ''}
      ${view.goods.map((good) => goodSection(good, view, words))} ${writer(view, words)}
      <p class="trap" aria-hidden="true">
        <label>${words.trap} <input name="website" tabindex="-1" autocomplete="off" /></label>
      </p>
      <p class="hint">${words.shown}</p>
      <p class="hint" data-when="script" hidden>${words.draftKept}</p>
      <p class="fault" role="alert" data-unsent="${words.unsent}" data-too-large="${words.tooLarge.text}"></p>
      <p><button data-sending="${words.sending}" data-again="${words.sendAgain}">${edits ? words.save : words.send}</button></p>
    </form>`
}

/** What she typed is found again by whichever mail she comes: the request's name is the first part of its link. */
const draftOf = ({ token, productId }: FormView): string => token?.split('.')[0] ?? productId ?? ''

/** What she gets for any honest review, before she writes it. */
const promise = ({ promise: told }: FormView): Markup | '' =>
  told === null || told.lines.length === 0
    ? ''
    : html`<div class="promise">
        ${told.lines.map((line) => html`<p>${line}</p>`)}
        <p class="hint">${told.conditions.join(' · ')}</p>
      </div>`

/** What is wrong, with a way to each place: read first by a screen reader. */
const troubles = ({ problems }: FormView, words: FormWords): Markup | '' =>
  problems.length === 0
    ? ''
    : html`<div class="troubles" role="alert" tabindex="-1" autofocus>
        <p>${words.check}</p>
        <ul>
          ${problems.map((problem) => html`<li><a href="#${problem.field}">${problemText(problem, words)}</a></li>`)}
        </ul>
      </div>`

const writer = ({ author, email, problems }: FormView, words: FormWords): Markup =>
  html`<section>
    ${textField({
      name: 'author',
      label: words.author,
      value: author,
      hint: words.authorHint,
      optional: words.optional,
      most: LONGEST.author,
      autocomplete: 'given-name',
      problems,
      words,
    })}
    ${
      email === null
        ? ''
        : html`<div class="field">
            <label for="email">${words.email}</label>
            <p class="hint" id="email-hint">${words.emailHint}</p>
            ${faultText('email', problems, words)}
            <input
              type="email"
              id="email"
              name="email"
              value="${email}"
              autocomplete="email"
              required
              ${faultAttributes('email', problems, 'email-hint')}
            />
          </div>`
    }
  </section>`
