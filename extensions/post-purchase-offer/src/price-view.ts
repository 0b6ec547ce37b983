import { BlockStack, Separator, TextBlock, TextContainer, Tiles } from '@shopify/post-purchase-ui-extensions'
import type { Price } from './price.ts'
import { draw, type Root } from './ui.ts'
import type { Words } from './wording.ts'

/** What it adds to the order, line by line, before she accepts. */
export function drawPrices(
  root: Root,
  { original, discount, shipping, tax, taxIncluded, total }: Price,
  words: Words,
  format: (amount: number) => string,
) {
  const line = (label: string, amount: string, emphasized = false) => {
    const style = emphasized ? { size: 'medium' as const, emphasized } : { size: 'small' as const }
    const value = draw(root, TextContainer, { alignment: 'trailing' }, draw(root, TextBlock, style, amount))
    return draw(root, Tiles, {}, draw(root, TextBlock, style, label), value)
  }
  const lines = [line(words.subtotal, format(original))]
  if (discount > 0) lines.push(line(words.discount, format(-discount)))
  lines.push(line(words.shipping, shipping > 0 ? format(shipping) : words.free))
  if (tax > 0) lines.push(line(taxIncluded ? words.taxIncluded : words.tax, format(tax)))
  return draw(root, BlockStack, { spacing: 'xtight' }, ...lines, draw(root, Separator, {}), line(words.total, format(total), true))
}
