import { html } from 'hono/html'
import type { FormWords } from '../wording/form-words.ts'
import type { Problem } from './draft.ts'
import type { Markup } from './page.ts'

type Problems = readonly Problem[]

const of = (name: string, problems: Problems) => problems.filter(({ field }) => field === name)

/** A file by its name, whichever way that is written. */
export const problemText = ({ because, file }: Problem, words: FormWords): Markup =>
  file ? html`<bdi>${file}</bdi>: ${words.problems[because]}` : html`${words.problems[because]}`

/** What is wrong with a field, in words, right before it. */
export const faultText = (name: string, problems: Problems, words: FormWords): Markup | '' =>
  of(name, problems).length === 0
    ? ''
    : html`<p class="fault" id="${name}-fault">
        ${of(name, problems).map((problem) => html`<span>${problemText(problem, words)} </span>`)}
      </p>`

/** Says to a screen reader what belongs to the field. */
export function faultAttributes(name: string, problems: Problems, hint?: string): Markup {
  const wrong = of(name, problems).length > 0
  const described = [hint, wrong ? `${name}-fault` : undefined].filter(Boolean).join(' ')
  return html`${wrong ? html`aria-invalid="true"` : ''} ${described ? html`aria-describedby="${described}"` : ''}`
}

interface TextFieldProps {
  name: string
  label: string
  value: string
  hint?: string
  optional?: string
  most: number
  lines?: number
  autocomplete?: string
  problems: Problems
  words: FormWords
}

export function textField({ name, label, value, hint, optional, most, lines, autocomplete, problems, words }: TextFieldProps): Markup {
  const described = faultAttributes(name, problems, hint ? `${name}-hint` : undefined)
  const control = lines
    ? html`<textarea id="${name}" name="${name}" rows="${lines}" maxlength="${most}" dir="auto" ${described}>${value}</textarea>`
    : html`<input
        id="${name}"
        name="${name}"
        value="${value}"
        maxlength="${most}"
        dir="auto"
        autocomplete="${autocomplete ?? 'off'}"
        ${described}
      />`
  return html`<div class="field">
    <label for="${name}">${label} ${optional ? html`<span class="hint">(${optional})</span>` : ''}</label>
    ${hint ? html`<p class="hint" id="${name}-hint">${hint}</p>` : ''} ${faultText(name, problems, words)} ${control}
  </div>`
}
