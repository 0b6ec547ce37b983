/** @jsxImportSource preact */
import type { BlockProduct, BlockVariant } from '../../../app/surfaces/contract.ts'
import type { ComponentChildren } from 'preact'
import type { Picked } from './checkout.ts'

interface Row {
  picked: Picked
  option: string // names the field of the variant
  onPick: (variant: BlockVariant) => void
  children?: ComponentChildren
}

/** A product with its picture, price, stars and a buyer's words; the picture's place has its size before it is there. */
export function ProductRow({ picked: { product, variant }, option, onPick, children }: Row) {
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
      {product.variants.length > 1 && <VariantField product={product} variant={variant} option={option} onPick={onPick} />}
      {children}
    </s-stack>
  )
}

function VariantField({
  product,
  variant,
  option,
  onPick,
}: Omit<Row, 'picked' | 'children'> & { product: BlockProduct; variant: BlockVariant }) {
  const change = (event: Event) => {
    const { value } = event.currentTarget as unknown as { value?: string }
    const chosen = product.variants.filter(({ variantId }) => String(variantId) === value)[0]
    if (chosen) onPick(chosen)
  }
  return (
    <s-select label={option} value={String(variant.variantId)} onChange={change}>
      {product.variants.map(({ variantId, title }) => (
        <s-option key={variantId} value={String(variantId)}>
          {title ?? product.title}
        </s-option>
      ))}
    </s-select>
  )
}
