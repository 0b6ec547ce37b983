/** Markup, as opposed to text that still has to be escaped. */
export class Markup {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Piece = Markup | string | number | null | undefined | false | readonly Piece[]

// Braces and percent signs too: the theme's Liquid reads the page once more, and a review must not be able to say something to it.
const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '{': '&#123;',
  '}': '&#125;',
}
export const escaped = (text: string): string => text.replaceAll(/[&<>"'{}]/g, (one) => ESCAPES[one] ?? one)

function textOf(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (piece instanceof Markup) return piece.text
  if (typeof piece === 'object') return piece.map(textOf).join('')
  return escaped(String(piece))
}

/** A template whose values are escaped unless they are markup themselves. */
export const html = (strings: TemplateStringsArray, ...values: readonly Piece[]): Markup =>
  new Markup(strings.reduce((page, string, index) => page + string + textOf(values[index]), ''))

export const lines = (text: string): Markup => new Markup(escaped(text.trim()).replaceAll(/\r?\n/g, '<br />\n'))
