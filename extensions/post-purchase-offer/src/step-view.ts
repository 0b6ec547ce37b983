import type { StepView } from '../../../app/surfaces/contract.ts'
import {
  BlockStack,
  Button,
  BuyerConsent,
  CalloutBanner,
  Layout,
  Spinner,
  Text,
  TextBlock,
  View,
} from '@shopify/post-purchase-ui-extensions'
import { isTaken, type Chosen } from './choice.ts'
import type { Price } from './price.ts'
import { drawPrices } from './price-view.ts'
import { drawProduct } from './product-view.ts'
import { draw, type Piece, type Root } from './ui.ts'
import { fill, HEADLINE, type Words } from './wording.ts'

export interface StepScreen {
  node: Piece
  calculating(): void
  price(price: Price, format: (amount: number) => string): void
  busy(chosen: 'accept' | 'decline'): void
  /** Whether she may accept: of a subscription only with her consent, which is then asked for. */
  mayAccept(): boolean
}

interface Presses {
  accept: () => void
  decline: () => void
  change: () => void
}

const BESIDE = [
  { viewportSize: 'small' as const, sizes: [1, 30, 1], maxInlineSize: 0.95 },
  { viewportSize: 'medium' as const, sizes: [532, 30, 1], maxInlineSize: 0.95 },
  { viewportSize: 'large' as const, sizes: [560, 38, 340] },
]

/** Both buttons look the same: declining is as easy as accepting. Accepting waits for the price, declining does not. */
function drawButtons(root: Root, step: StepView, words: Words, { accept, decline }: Presses) {
  const label = root.createText(words.calculating)
  const accepting = draw(root, Button, { onPress: accept, disabled: true }, label)
  const declining = draw(root, Button, { onPress: decline, loading: false }, step.decline || words.decline)
  return { label, accepting, declining, node: draw(root, BlockStack, {}, accepting, declining) }
}

/** Shopify's own consent, with its own words: what a subscription is and how it ends. */
function drawConsent(root: Root, { plan, planName }: StepView, words: Words) {
  let given = !plan
  const consent = draw(root, BuyerConsent, { policy: 'subscriptions', checked: false })
  consent.updateProps({
    onChange(checked: boolean) {
      given = checked
      consent.updateProps(checked ? { checked, error: '' } : { checked })
    },
  })
  return {
    nodes: plan ? [draw(root, TextBlock, {}, planName || ''), consent] : [],
    isGiven() {
      if (!given) consent.updateProps({ error: words.consent })
      return given
    },
  }
}

export function drawStep(root: Root, step: StepView, words: Words, chosen: Chosen, presses: Presses): StepScreen {
  const isSingle = step.products.length === 1
  const changed = () => {
    for (const { refresh } of products) refresh()
    presses.change()
  }
  const products = step.products.map((product, index) =>
    drawProduct({ root, words, step, chosen, changed }, product, index, isSingle ? 1.6 : 1),
  )
  const single = isSingle ? products[0] : undefined
  const rows = single
    ? [draw(root, View, {}), single.node] // The empty view keeps the picture off the title where they stack.
    : products.map(({ image, node }) => draw(root, Layout, { sizes: [0.3, 16, 'fill'] }, image, draw(root, View, {}), node))
  const heading = step.take === 'one' && !single ? [draw(root, TextBlock, { emphasized: true }, words.choose)] : []
  const prices = draw(root, BlockStack, {}, draw(root, Spinner, { size: 'small' }, words.calculating))
  const consent = drawConsent(root, step, words)
  const buttons = drawButtons(root, step, words, presses)
  const details = draw(root, BlockStack, { spacing: 'loose' }, ...heading, ...rows, prices, ...consent.nodes, buttons.node)
  const body = step.body ? [draw(root, Text, { size: 'medium' }, step.body)] : []
  const banner = draw(root, CalloutBanner, { title: step.headline || HEADLINE }, ...body)
  const layout = single
    ? draw(root, Layout, { media: BESIDE }, single.image, draw(root, View, {}), details)
    : draw(root, Layout, { maxInlineSize: 640 }, details)

  return {
    node: draw(root, BlockStack, { spacing: 'loose' }, banner, layout),
    mayAccept: consent.isGiven,
    // What was calculated stays where it is until the new amounts are there.
    calculating: () => void buttons.accepting.updateProps({ disabled: true, loading: true, loadingLabel: words.calculating }),
    price(price, format) {
      for (const child of prices.children.slice()) prices.removeChild(child)
      prices.appendChild(drawPrices(root, price, words, format))
      let line = 0
      products.forEach((product, index) => product.price(isTaken(step, chosen, index) ? price.lines[line++] : undefined, format))
      const accept = price.total > 0 ? fill(step.accept || words.accept, 'total', format(price.total)) : words.acceptFree
      buttons.label.updateText(accept)
      buttons.accepting.updateProps({ disabled: false, loading: false })
    },
    busy(pressed) {
      const [one, other] = pressed === 'accept' ? [buttons.accepting, buttons.declining] : [buttons.declining, buttons.accepting]
      one.updateProps({ loading: true, loadingLabel: pressed === 'accept' ? words.accepting : words.continue })
      other.updateProps({ disabled: true })
    },
  }
}
