/** @jsxImportSource preact */
import type { BlockOffer } from '../../../app/surfaces/contract.ts'
import type { ComponentChildren } from 'preact'
import { pickVariant, type Picked } from './checkout.ts'

interface Row {
  picked: Picked
  words: BlockOffer['words']
  onPick: (other: Picked) => void
  children?: ComponentChildren
}

/** A product with its picture, price, stars and a buyer's words; the picture's place has its size before it is there. */
export function ProductRow({ picked, words, onPick, children }: Row) {
  const { product, variant } = picked
  const image = variant.image ?? product.image
  return (
    <s-stack gap="base">
      <s-grid gridTemplateColumns={image ? '96px 1fr' : '1fr'} gap="base" alignItems="start">
        {image && (
          <s-box inlineSize="96px" blockSize="96px" overflow="hidden" borderRadius="base">
            <s-image src={image.url} alt={image.alt || product.title} aspectRatio="1" objectFit="contain" inlineSize="fill" />
          </s-box>
        )}
        <s-stack gap="small-300">
          <s-text type="strong">{product.title}</s-text>
          {product.variants.length === 1 && variant.title && <s-text color="subdued">{variant.title}</s-text>}
          {product.amount && <s-text color="subdued">{product.amount}</s-text>}
          {product.stars && <s-text color="subdued">{product.stars}</s-text>}
          <s-stack direction="inline" gap="small-300">
            {variant.was && <s-text type="redundant">{variant.was}</s-text>}
            <s-text type="strong">{variant.price}</s-text>
          </s-stack>
        </s-stack>
      </s-grid>
      {product.quote && (
        <s-text color="subdued">
          “{product.quote.text}” {product.quote.by}
        </s-text>
      )}
      {product.variants.length > 1 && <VariantField picked={picked} words={words} onPick={onPick} />}
      {variant.totals && variant.totals.length > 1 && <AmountField picked={picked} words={words} onPick={onPick} />}
      {children}
    </s-stack>
  )
}

type Field = Omit<Row, 'children'>

const valueOf = (event: Event): string | undefined => (event.currentTarget as unknown as { value?: string }).value

function VariantField({ picked, words, onPick }: Field) {
  const { product, variant } = picked
  const change = (event: Event) => {
    const value = valueOf(event)
    const chosen = product.variants.filter(({ variantId }) => String(variantId) === value)[0]
    if (chosen) onPick(pickVariant(picked, chosen))
  }
  return (
    <s-select label={words.option} value={String(variant.variantId)} onChange={change}>
      {product.variants.map(({ variantId, title }) => (
        <s-option key={variantId} value={String(variantId)}>
          {title ?? product.title}
        </s-option>
      ))}
    </s-select>
  )
}

const AmountField = ({ picked, words, onPick }: Field) => (
  <s-select
    label={words.amount}
    value={String(picked.quantity)}
    onChange={(event: Event) => onPick({ ...picked, quantity: Number(valueOf(event)) })}
  >
    {picked.variant.totals!.map((_, more) => (
      <s-option key={more} value={String(picked.product.least! + more)}>
        {String(picked.product.least! + more)}
      </s-option>
    ))}
  </s-select>
)
