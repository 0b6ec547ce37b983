import type { ProductView, StepView, VariantView } from '../../../app/surfaces/contract.ts'
import { Heading, Image, InlineStack, Radio, Select, Text, TextBlock, TextContainer, View } from '@shopify/post-purchase-ui-extensions'
import { isTaken, mostOf, type Chosen, type Pick } from './choice.ts'
import type { LinePrice } from './price.ts'
import { draw, type Piece, type Root } from './ui.ts'
import { fill, type Words } from './wording.ts'

export interface ProductPiece {
  image: Piece
  node: Piece
  price(line: LinePrice | undefined, format: (amount: number) => string): void
  refresh(): void
}

interface Drawing {
  root: Root
  words: Words
  step: StepView
  chosen: Chosen
  changed: () => void
}

/** One product: its picture, its name, and what the shopper may choose of it. A choice is taken at once and calculated anew. */
export function drawProduct(drawing: Drawing, product: ProductView, index: number, aspectRatio: number): ProductPiece {
  const { root, step, chosen } = drawing
  const pick = chosen.picks[index] as Pick
  const image = drawImage(root, product, pick.variant, aspectRatio)
  const prices = drawPrice(root, product, step.crossedOut)
  const title = drawTitle(drawing, product, index)
  const fields = drawFields(drawing, product, pick, index)
  return {
    image: image.node,
    node: draw(root, TextContainer, { spacing: 'tight' }, title.node, ...drawStars(root, product), ...fields.nodes, prices.node),
    price: prices.show,
    refresh() {
      image.show(pick.variant)
      title.refresh()
      fields.refresh()
    },
  }
}

const drawStars = (root: Root, { stars }: ProductView): Piece[] => (stars ? [draw(root, TextBlock, { subdued: true }, stars)] : [])

/** A lone product's picture is wide, so that on a phone both buttons stay near the first screen. */
function drawImage(root: Root, { image, title }: ProductView, first: VariantView, aspectRatio: number) {
  const of = (variant: VariantView) => variant.image || image
  const shown = of(first)
  const picture = shown && draw(root, Image, { source: shown.url, description: shown.alt || title, aspectRatio, fit: 'contain' })
  return {
    node: draw(root, View, {}, ...(picture ? [picture] : [])),
    show(variant: VariantView) {
      const next = of(variant)
      if (picture && next) picture.updateProps({ source: next.url, description: next.alt || title })
    },
  }
}

function drawTitle({ root, step, chosen, changed }: Drawing, { title }: ProductView, index: number) {
  if (step.take === 'all' || step.products.length === 1) return { node: draw(root, Heading, {}, title), refresh() {} }
  const onChange = () => {
    chosen.one = index
    changed()
  }
  const state = () => ({ checked: isTaken(step, chosen, index) })
  const radio = draw(root, Radio, Object.assign({ id: `take-${index}`, name: 'take', value: String(index), onChange }, state()), title)
  return { node: radio as Piece, refresh: () => void radio.updateProps(state()) }
}

function drawFields({ root, words, chosen, changed }: Drawing, product: ProductView, pick: Pick, index: number) {
  const nodes: Piece[] = []
  const { variants, quantity, least } = product
  const take = () => {
    chosen.one = index
    pick.quantity = Math.max(least, Math.min(pick.quantity, mostOf(product, pick)))
    changed()
  }
  const label = (name: string) => (chosen.picks.length > 1 ? `${name} · ${product.title}` : name)
  const alone = variants.length === 1 ? variants[0]?.title : null
  if (alone) nodes.push(draw(root, TextBlock, { subdued: true }, alone))
  if (variants.length > 1)
    nodes.push(
      drawSelect(
        root,
        `option-${index}`,
        label(words.option),
        variants.map(({ title }) => title || product.title),
        (at) => {
          pick.variant = variants[at] as VariantView
          take()
        },
      ).node,
    )
  const counts: number[] = []
  for (let count = least; count <= product.most; count++) counts.push(count)
  if (counts.length < 2) {
    if (quantity > 1) nodes.push(draw(root, TextBlock, { subdued: true }, fill(words.quantity, 'count', String(quantity))))
    return { nodes, refresh() {} }
  }
  const amount = drawSelect(root, `amount-${index}`, label(words.amount), counts.map(String), (at) => {
    pick.quantity = counts[at] as number
    take()
  })
  amount.show(counts.indexOf(pick.quantity), counts.length)
  nodes.push(amount.node)
  return { nodes, refresh: () => amount.show(counts.indexOf(pick.quantity), counts.indexOf(mostOf(product, pick)) + 1) }
}

/** Options count by their place: the shopper reads words, we read numbers. */
function drawSelect(root: Root, id: string, label: string, texts: string[], onPick: (at: number) => void) {
  const options = (open: number) => texts.map((text, at) => ({ value: String(at), label: text, disabled: at >= open }))
  const onChange = (value: string) => {
    node.updateProps({ value })
    onPick(Number(value))
  }
  const node = draw(root, Select, { id, name: id, label, value: '0', options: options(texts.length), onChange })
  return { node, show: (at: number, open: number) => void node.updateProps({ value: String(at), options: options(open) }) }
}

/** The price has its place from the start, so that nothing moves when it comes. */
function drawPrice(root: Root, { price, was }: ProductView, crossedOut: boolean) {
  const before = root.createText('')
  const now = root.createText(' ')
  const parts = [
    draw(root, Text, { role: 'deletion', subdued: true, size: 'medium' }, before),
    draw(root, Text, { emphasized: true, size: 'medium' }, now),
  ]
  const node = draw(root, InlineStack, { spacing: 'tight' })
  const say = (old: string, amount: string) => {
    before.updateText(old)
    now.updateText(amount)
    const shown = old ? parts : parts.slice(1)
    if (node.children.length === shown.length) return
    for (const child of node.children.slice()) node.removeChild(child)
    for (const child of shown) node.appendChild(child)
  }
  say(was || '', price || ' ')
  return {
    node,
    show(line: LinePrice | undefined, format: (amount: number) => string) {
      if (!line) say(was || '', price || ' ')
      else say(crossedOut && line.original > line.discounted ? format(line.original) : '', format(line.discounted))
    },
  }
}
