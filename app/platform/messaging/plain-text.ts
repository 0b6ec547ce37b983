import type { Block, Letter } from '../../values/letter.ts'
import type { Language } from '../../values/languages.ts'
import { FOOTERS } from './footer-words.ts'
import type { Look } from '../../values/manners.ts'

const LINES: { [Kind in Block['kind']]: (block: Extract<Block, { kind: Kind }>) => string } = {
  heading: ({ text }) => text,
  text: ({ text }) => text,
  note: ({ text }) => text,
  button: ({ label, url }) => `${label}:\n${url}`,
  product: ({ title, price, was, praise = [], action, url }) =>
    [title, [price, was ? `(${was})` : ''].filter(Boolean).join(' '), ...praise, action ? `${action}:\n${url}` : '']
      .filter(Boolean)
      .join('\n'),
  code: ({ label, code, note }) => `${label}\n${code}\n${note}`,
  list: ({ items }) => items.map((item) => `- ${item}`).join('\n'),
}

/** The same letter for those who read without HTML. */
export function plainText(
  { blocks }: Letter,
  framing: { language: Language; shopName: string; look: Look; unsubscribeUrl: string },
): string {
  const words = FOOTERS[framing.language]
  const foot = [
    words.why(framing.shopName),
    [framing.shopName, framing.look.postalAddress].filter(Boolean).join(' · '),
    `${words.unsubscribe}:\n${framing.unsubscribeUrl}`,
  ]
  return [...blocks.map((block) => (LINES[block.kind] as (block: Block) => string)(block)), '--', ...foot].join('\n\n')
}
