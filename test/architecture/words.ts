import ts from 'typescript'
import { each, type Source } from './sources.ts'

const SAID = /^(label|title|heading|helpText|placeholder|content|accessibilityLabel|aria-label|alt|subtitle|description|suffix|prefix)$/

/** What a page says to the merchant stands in a catalogue (`words.ts`, `…-words.ts`), so that it can be read, mended and translated in one place. */
export function strayWords({ path, tree }: Source): string[] {
  // The one page outside the admin has no catalogue of a domain to stand in.
  if (!/^app\/.*\.tsx$/.test(path) || path === 'app/routes/auth.login.tsx') return []
  const found: string[] = []
  const complain = (text: string) => void found.push(`${path} says “${text.trim()}” itself: put it into the catalogue beside it`)
  each(tree, (node) => {
    if (ts.isJsxText(node) && /\p{L}{2}/u.test(node.text)) complain(node.text)
    if (!ts.isStringLiteralLike(node) || !/\p{Lu}\p{Ll}/u.test(node.text)) return
    const { parent } = node
    if (ts.isJsxAttribute(parent) && SAID.test(parent.name.getText())) complain(node.text)
    if (ts.isPropertyAssignment(parent) && parent.initializer === node && SAID.test(parent.name.getText())) complain(node.text)
  })
  return found
}

const PRESUMED = /\b(she|her|herself|his|himself)\b/i

/** What merchants and shoppers read takes nobody for a woman or a man, as our comments do for short. */
export function presumptions({ path, tree }: Source): string[] {
  if (!path.startsWith('app/')) return []
  const found: string[] = []
  each(tree, (node) => {
    const text = ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node) ? node.text : ''
    if (text.includes(' ') && PRESUMED.test(text)) found.push(`${path} says “${text.trim()}”: no shopper is a “she” to everybody`)
  })
  return found
}
