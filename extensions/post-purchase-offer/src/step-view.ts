import type { ProductView, StepView, Wording } from '../../../app/surfaces/contract.ts'
import {
  BlockStack,
  Button,
  CalloutBanner,
  Heading,
  Image,
  InlineStack,
  Layout,
  Separator,
  Spinner,
  Text,
  TextBlock,
  TextContainer,
  Tiles,
  View,
} from '@shopify/post-purchase-ui-extensions'
import type { Price } from './price.ts'
import { draw, type Piece, type Root } from './ui.ts'
import { fill, HEADLINE } from './wording.ts'

export interface StepScreen {
  node: Piece
  price(price: Price, format: (amount: number) => string): void
  busy(chosen: 'accept' | 'decline'): void
}

interface Presses {
  accept: () => void
  decline: () => void
}

const BESIDE = [
  { viewportSize: 'small' as const, sizes: [1, 30, 1], maxInlineSize: 0.95 },
  { viewportSize: 'medium' as const, sizes: [532, 30, 1], maxInlineSize: 0.95 },
  { viewportSize: 'large' as const, sizes: [560, 38, 340] },
]

/** A lone product's picture is wide, so that on a phone both buttons stay near the first screen. */
function drawImage(root: Root, { image, title }: ProductView, aspectRatio: number) {
  const picture = image ? [draw(root, Image, { source: image.url, description: image.alt || title, aspectRatio, fit: 'contain' })] : []
  return draw(root, View, {}, ...picture)
}

function drawProduct(root: Root, product: ProductView, words: Wording) {
  const price = draw(root, InlineStack, { spacing: 'tight' })
  const lines = [product.variantTitle, product.quantity > 1 ? fill(words.quantity, 'count', String(product.quantity)) : ''].filter(Boolean)
  const texts = lines.map((line) => draw(root, TextBlock, { subdued: true }, line as string))
  return { node: draw(root, TextContainer, { spacing: 'tight' }, draw(root, Heading, {}, product.title), ...texts, price), price }
}

function drawPrices(
  root: Root,
  { original, discount, shipping, tax, taxIncluded, total }: Price,
  words: Wording,
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

function drawLinePrice(root: Root, original: number, discounted: number, format: (amount: number) => string) {
  const now = draw(root, Text, { emphasized: true, size: 'medium' }, format(discounted))
  return original > discounted ? [draw(root, Text, { role: 'deletion', subdued: true }, format(original)), now] : [now]
}

/** Both buttons look the same: declining is as easy as accepting. Accepting waits for the price, declining does not. */
function drawButtons(root: Root, words: Wording, { accept, decline }: Presses) {
  const label = root.createText(words.calculating)
  const accepting = draw(root, Button, { onPress: accept, disabled: true }, label)
  const declining = draw(root, Button, { onPress: decline }, words.decline)
  return { label, accepting, declining, node: draw(root, BlockStack, {}, accepting, declining) }
}

export function drawStep(root: Root, step: StepView, words: Wording, presses: Presses): StepScreen {
  const products = step.products.map((product) => ({
    product,
    image: drawImage(root, product, step.products.length > 1 ? 1 : 1.6),
    ...drawProduct(root, product, words),
  }))
  const single = products.length === 1 ? products[0] : undefined
  const rows = single
    ? [draw(root, View, {}), single.node] // The empty view keeps the picture off the title where they stack.
    : products.map(({ image, node }) => draw(root, Layout, { sizes: [0.3, 16, 'fill'] }, image, draw(root, View, {}), node))
  const prices = draw(root, BlockStack, {}, draw(root, Spinner, { size: 'small' }, words.calculating))
  const buttons = drawButtons(root, words, presses)
  const details = draw(root, BlockStack, { spacing: 'loose' }, ...rows, prices, buttons.node)
  const banner = draw(
    root,
    CalloutBanner,
    { title: step.headline || HEADLINE },
    ...(step.body ? [draw(root, Text, { size: 'medium' }, step.body)] : []),
  )
  const layout = single
    ? draw(root, Layout, { media: BESIDE }, single.image, draw(root, View, {}), details)
    : draw(root, Layout, { maxInlineSize: 640 }, details)

  return {
    node: draw(root, BlockStack, { spacing: 'loose' }, banner, layout),
    price(price, format) {
      for (const child of prices.children.slice()) prices.removeChild(child)
      prices.appendChild(drawPrices(root, price, words, format))
      for (const { product, price: place } of products) {
        const line = price.lines.filter(({ variantId }) => variantId === product.variantId)[0]
        if (line) for (const text of drawLinePrice(root, line.original, line.discounted, format)) place.appendChild(text)
      }
      buttons.label.updateText(fill(words.accept, 'total', format(price.total)))
      buttons.accepting.updateProps({ disabled: false })
    },
    busy(chosen) {
      const [pressed, other] = chosen === 'accept' ? [buttons.accepting, buttons.declining] : [buttons.declining, buttons.accepting]
      pressed.updateProps({ loading: true, loadingLabel: chosen === 'accept' ? words.accepting : words.continue })
      other.updateProps({ disabled: true })
    },
  }
}
