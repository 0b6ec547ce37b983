import { BlockStack, Button, InlineError, InlineStack, Select } from '@shopify/polaris'
import { useResourcePicker, type Picked } from '#app/ui/resource-picker.tsx'
import { BestItems } from './best-items.tsx'
import { useEditor } from './editor-state.tsx'
import { ProductLine } from './product-line.tsx'
import { namesOf } from './rule-fields.tsx'
import type { Items } from '../step.ts'
import { newProduct, type ProductDraft, type StepDraft } from './step-draft.ts'
import { STEP_WORDS as words } from './step-words.ts'

const KINDS = (['bundle', 'choice', 'best'] as const).map((value) => ({ value, label: words.items[value] }))

export function StepItems({ index, step }: { index: number; step: StepDraft }) {
  const { changeStep } = useEditor()
  return (
    <BlockStack gap="300">
      <Select
        label={words.items.label}
        options={KINDS}
        value={step.kind}
        onChange={(kind) => changeStep(index, { kind: kind as Items['kind'] })}
        helpText={words.itemsHelp[step.kind]}
      />
      {step.kind === 'best' ? <BestItems index={index} best={step.best} /> : <StepProducts index={index} step={step} />}
    </BlockStack>
  )
}

const AT_MOST = { bundle: 5, choice: 10, best: 0 }

function StepProducts({ index, step }: { index: number; step: StepDraft }) {
  const { changeStep, learn, field } = useEditor()
  const pick = useResourcePicker()
  const path = `steps.${index}.items.products`
  const { error, onBlur } = field(path)
  const set = (products: ProductDraft[]) => changeStep(index, { products })
  const choose = async () => {
    const picked = await pick(
      'variant',
      step.products.map(({ variantId }) => variantId),
      AT_MOST[step.kind],
    )
    onBlur()
    if (!picked) return
    learn(variantNames(picked))
    const before = new Map(step.products.map((product) => [product.variantId, product]))
    set(picked.map(({ id, productId }) => before.get(id) ?? newProduct(productId, id)))
  }
  return (
    <BlockStack gap="300">
      {step.products.map((product, at) => (
        <ProductLine
          key={product.variantId}
          product={product}
          path={`${path}.${at}`}
          onChange={(edit) => set(step.products.map((one, place) => (place === at ? { ...one, ...edit } : one)))}
          onRemove={() => set(step.products.filter((_, place) => place !== at))}
        />
      ))}
      <InlineStack gap="200" blockAlign="center">
        <Button id={path} onClick={() => void choose()}>
          {step.products.length === 0 ? words.choose : words.change}
        </Button>
      </InlineStack>
      {error ? <InlineError message={error} fieldID={path} /> : null}
    </BlockStack>
  )
}

const variantNames = (picked: readonly Picked[]) => namesOf('variant', picked)
