import { BlockStack, Button, Checkbox, InlineStack, Text, Thumbnail } from '@shopify/polaris'
import { DeleteIcon, ImageIcon } from '@shopify/polaris-icons'
import { useEditor } from './editor-state.tsx'
import { PiecesFields } from './pieces-fields.tsx'
import type { ProductDraft } from './step-draft.ts'
import { STEP_WORDS as words } from './step-words.ts'

interface ProductLineProps {
  product: ProductDraft
  path: string
  onChange: (edit: Partial<ProductDraft>) => void
  onRemove: () => void
}

export function ProductLine({ product, path, onChange, onRemove }: ProductLineProps) {
  const { names } = useEditor()
  const named = names.variants[product.variantId]
  const title = named?.title ?? words.gone
  return (
    <BlockStack gap="200">
      <InlineStack gap="300" blockAlign="center" wrap={false}>
        <Thumbnail source={named?.imageUrl ?? ImageIcon} alt="" size="small" />
        <div className="grow">
          <Text as="p" breakWord>
            {title}
          </Text>
        </div>
        <Button icon={DeleteIcon} variant="tertiary" accessibilityLabel={words.remove(title)} onClick={onRemove} />
      </InlineStack>
      <PiecesFields pieces={product} path={path} title={title} onChange={onChange} />
      <Checkbox
        label={<span aria-label={words.anyVariantOf(title)}>{words.anyVariant}</span>}
        checked={product.anyVariant}
        onChange={(anyVariant) => onChange({ anyVariant })}
      />
    </BlockStack>
  )
}
