import { BlockStack, Button, InlineError, InlineStack, Text, TextField, Thumbnail } from '@shopify/polaris'
import { DeleteIcon, ImageIcon } from '@shopify/polaris-icons'
import { useResourcePicker } from '#app/ui/resource-picker.tsx'
import type { StepDraft } from './draft.ts'
import { useEditor } from './editor-state.tsx'
import { namesOf } from './rule-row.tsx'

type Line = StepDraft['products'][number]
const AT_MOST = 5

export function StepProducts({ index, step }: { index: number; step: StepDraft }) {
  const { changeStep, learn, field } = useEditor()
  const pick = useResourcePicker()
  const path = `steps.${index}.items.products`
  const { error, onBlur } = field(path)
  const set = (products: Line[]) => changeStep(index, { products })
  const choose = async () => {
    const chosen = step.products.map(({ variantId }) => variantId)
    const picked = await pick('variant', chosen, AT_MOST)
    onBlur()
    if (!picked) return
    learn({ variants: variantNames(picked) })
    const quantity = new Map(step.products.map((line) => [line.variantId, line.quantity]))
    set(picked.map(({ id, productId }) => ({ productId, variantId: id, quantity: quantity.get(id) ?? '1' })))
  }
  return (
    <BlockStack gap="300">
      {step.products.map((line, at) => (
        <ProductLine
          key={line.variantId}
          line={line}
          path={`${path}.${at}.quantity`}
          onQuantity={(quantity) => set(step.products.map((one, place) => (place === at ? { ...one, quantity } : one)))}
          onRemove={() => set(step.products.filter((_, place) => place !== at))}
        />
      ))}
      <InlineStack gap="200" blockAlign="center">
        <Button id={path} onClick={() => void choose()}>
          {step.products.length === 0 ? 'Choose what to offer' : 'Change products'}
        </Button>
      </InlineStack>
      {error ? <InlineError message={error} fieldID={path} /> : null}
    </BlockStack>
  )
}

const variantNames = (picked: Parameters<typeof namesOf>[1]) => namesOf('variant', picked).variants ?? {}

interface LineProps {
  line: Line
  path: string
  onQuantity: (quantity: string) => void
  onRemove: () => void
}

function ProductLine({ line, path, onQuantity, onRemove }: LineProps) {
  const { names, field } = useEditor()
  const named = names.variants[line.variantId]
  const title = named?.title ?? 'No longer in the shop'
  return (
    <InlineStack gap="300" blockAlign="center" wrap={false}>
      <Thumbnail source={named?.imageUrl ?? ImageIcon} alt="" size="small" />
      <div className="grow">
        <Text as="p" breakWord>
          {title}
        </Text>
      </div>
      <div className="narrow">
        <TextField
          label={`Quantity of ${title}`}
          labelHidden
          prefix="×"
          inputMode="numeric"
          autoComplete="off"
          value={line.quantity}
          onChange={onQuantity}
          {...field(path)}
        />
      </div>
      <Button icon={DeleteIcon} variant="tertiary" accessibilityLabel={`Remove ${title}`} onClick={onRemove} />
    </InlineStack>
  )
}
