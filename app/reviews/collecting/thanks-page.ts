import { html } from 'hono/html'
import type { Language } from '#app/values/languages.ts'
import { fillWords, formWords } from '../wording/catalogue.ts'
import type { FormWords } from '../wording/form-words.ts'
import type { Markup } from './page.ts'

export type RewardView =
  | {
      kind: 'code'
      code: string
      value: string
      until: string
      conditions: readonly string[]
      gift: { label: string; how: string; url: string } | null
    }
  | { kind: 'credit'; value: string; until: string }
  | { kind: 'by-mail' | 'later'; to: string | null }

export interface ThanksView {
  language: Language
  /** Every review is on the shop's pages now. */
  published: boolean
  rewards: readonly RewardView[]
  /** Back to what she wrote. */
  change: string
}

export function thanksPage({ language, published, rewards, change }: ThanksView): Markup {
  const words = formWords(language)
  return html`<h1>${words.thanks}</h1>
    <p>${published ? words.published : words.waiting}</p>
    ${rewards.map((reward) => rewardPart(reward, words))}
    <p><a href="${change}">${words.change}</a></p>
    <span data-sent hidden></span>`
}

function rewardPart(reward: RewardView, words: FormWords): Markup {
  switch (reward.kind) {
    case 'by-mail':
      return html`<p class="reward">${words.codeByMail} ${addressed(reward.to)}</p>`
    case 'later':
      return html`<p class="reward">${words.rewardLater} ${addressed(reward.to)}</p>`
    case 'credit':
      return html`<section class="reward">
        <h2>${reward.value}</h2>
        <p>${words.credited}</p>
        <p class="hint">${fillWords(words.codeUntil, { date: reward.until })}</p>
      </section>`
    case 'code':
      return codePart(reward, words)
  }
}

/** Whoever has mistyped it sees why nothing will come. */
const addressed = (to: string | null): Markup | '' => (to ? html`<br /><bdi dir="ltr">${to}</bdi>` : '')

const codePart = ({ code, value, until, conditions, gift }: Extract<RewardView, { kind: 'code' }>, words: FormWords): Markup =>
  html`<section class="reward">
    <h2>${words.code}</h2>
    <p>${value}</p>
    <p>
      <code dir="ltr">${code}</code>
      <button type="button" hidden data-when="script" data-copy="${code}" data-copied="${words.copied}">${words.copy}</button>
    </p>
    <p class="hint">${[fillWords(words.codeUntil, { date: until }), ...conditions].join(' · ')}</p>
    ${
      gift
        ? html`<p>${gift.how}</p>
            <p><a class="button" href="${gift.url}">${gift.label}</a></p>`
        : ''
    }
    <p class="unseen" aria-live="polite"></p>
  </section>`
