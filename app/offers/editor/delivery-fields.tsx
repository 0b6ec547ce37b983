import { BlockStack, Checkbox, InlineStack, Select, TextField } from '@shopify/polaris'
import { useEditor } from './editor-state.tsx'
import type { StepDraft } from './step-draft.ts'
import { STEP_WORDS as words } from './step-words.ts'
import { SubscriptionFields } from './subscription-fields.tsx'

interface FieldsProps {
  index: number
  step: StepDraft
}

const DELIVERIES = (['with-order', 'free', 'fixed'] as const).map((value) => ({ value, label: words.deliveries[value] }))
const IMAGES = (['variant', 'product', 'own', 'none'] as const).map((value) => ({ value, label: words.images[value] }))

export const DeliveryFields = ({ index, step }: FieldsProps) => (
  <BlockStack gap="300">
    <InlineStack gap="300" blockAlign="start">
      {step.gift ? null : <Delivery index={index} step={step} />}
      <SubscriptionFields index={index} step={step} />
    </InlineStack>
    <Image index={index} step={step} />
    <Stars index={index} step={step} />
  </BlockStack>
)

function Delivery({ index, step }: FieldsProps) {
  const { changeStep, field, terms } = useEditor()
  const { kind, value } = step.shipping
  const path = `steps.${index}.shipping.amount`
  const setKind = (chosen: string) => changeStep(index, { shipping: { kind: chosen as StepDraft['shipping']['kind'], value } })
  return (
    <>
      <div className="half">
        <Select label={words.delivery} options={DELIVERIES} value={kind} onChange={setKind} />
      </div>
      {kind === 'fixed' ? (
        <div className="half">
          <TextField
            id={path}
            label={words.deliveryCost}
            suffix={terms.currency}
            inputMode="decimal"
            autoComplete="off"
            value={value}
            onChange={(typed) => changeStep(index, { shipping: { kind, value: typed } })}
            {...field(path)}
          />
        </div>
      ) : null}
    </>
  )
}

function Stars({ index, step }: FieldsProps) {
  const { changeStep } = useEditor()
  return <Checkbox label={words.stars} checked={step.stars} onChange={(stars) => changeStep(index, { stars })} />
}

function Image({ index, step }: FieldsProps) {
  const { changeStep, field } = useEditor()
  const { image } = step
  const set = (edit: Partial<StepDraft['image']>) => changeStep(index, { image: { ...image, ...edit } })
  const path = `steps.${index}.image.url`
  return (
    <InlineStack gap="300" blockAlign="start">
      <div className="half">
        <Select
          label={words.image}
          options={IMAGES}
          value={image.kind}
          onChange={(kind) => set({ kind: kind as StepDraft['image']['kind'] })}
        />
      </div>
      {image.kind === 'own' ? (
        <>
          <div className="half">
            <TextField
              id={path}
              label={words.imageUrl}
              type="url"
              placeholder="https://"
              autoComplete="off"
              value={image.url}
              onChange={(url) => set({ url })}
              {...field(path)}
            />
          </div>
          <div className="half">
            <TextField label={words.imageAlt} autoComplete="off" maxLength={200} value={image.alt} onChange={(alt) => set({ alt })} />
          </div>
        </>
      ) : null}
    </InlineStack>
  )
}
