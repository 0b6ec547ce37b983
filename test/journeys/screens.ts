import type { Locator } from 'playwright-core'
import type { en } from '../../app/surfaces/wording/en.ts'
import { pictureOf } from '../support/pictures.ts'

/** Every text of the page in its order, as a reader meets it. */
const TEXTS = (root: Node): string[] => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  while (walker.nextNode()) found.push(walker.currentNode.textContent?.trim() ?? '')
  return found.filter(Boolean)
}
/** One step as somebody sees it. */
export interface Screen {
  texts: string[]
  picture: Buffer
}

/** The button that accepts, once it says for how much. */
export const accepts = ({ accept }: typeof en.words) => new RegExp(`^${accept.split('·')[0]!.trim()}.*\\p{N}`, 'u')

/** Each step as it is drawn, told by a text of its own, declined one after the other. */
export async function walk(page: Locator, words: typeof en.words, marks: readonly string[]): Promise<Screen[]> {
  const seen: Screen[] = []
  for (const mark of marks) {
    await page.getByText(mark).first().waitFor()
    await page.getByRole('button', { name: accepts(words) }).waitFor()
    seen.push({ texts: await page.evaluate(TEXTS), picture: await pictureOf(page) })
    await page.getByRole('button', { name: words.decline, exact: true }).click()
  }
  return seen
}
