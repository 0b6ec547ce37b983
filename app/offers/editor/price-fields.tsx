import { BlockStack, Checkbox, InlineStack, Select, Text, TextField } from '@shopify/polaris'
import { useEditor } from './editor-state.tsx'
import type { StepDraft } from './step-draft.ts'
import { STEP_WORDS as words } from './step-words.ts'

const KINDS = (['none', 'percentage', 'fixed'] as const).map((value) => ({ value, label: words.discounts[value] }))

// Shopify adds an accepted step as an order edit: codes of the first order are not applied to edited-in lines (contract 1.3).
export function PriceFields({ index, step }: { index: number; step: StepDraft }) {
  const { changeStep, problem } = useEditor()
  const error = problem(`steps.${index}.gift`)
  return (
    <BlockStack gap="300">
      <Checkbox
        id={`steps.${index}.gift`}
        label={words.gift}
        helpText={step.gift ? words.giftHelp : undefined}
        checked={step.gift}
        error={error}
        onChange={(gift) => changeStep(index, { gift })}
      />
      {step.gift ? null : <Discount index={index} step={step} />}
      {step.gift || step.discount.kind !== 'none' ? (
        <Checkbox label={words.crossedOut} checked={step.crossedOut} onChange={(crossedOut) => changeStep(index, { crossedOut })} />
      ) : null}
    </BlockStack>
  )
}

function Discount({ index, step }: { index: number; step: StepDraft }) {
  const { changeStep, field, terms } = useEditor()
  const { kind, value } = step.discount
  const path = `steps.${index}.discount.${kind === 'percentage' ? 'percent' : 'amount'}`
  const setKind = (chosen: string) => changeStep(index, { discount: { kind: chosen as StepDraft['discount']['kind'], value: '' } })
  return (
    <>
      <InlineStack gap="300" blockAlign="start">
        <div className="half">
          <Select label={words.discount} options={KINDS} value={kind} onChange={setKind} />
        </div>
        {kind === 'none' ? null : (
          <div className="half">
            <TextField
              id={path}
              label={kind === 'percentage' ? words.percentage : words.amount}
              suffix={kind === 'percentage' ? '%' : terms.currency}
              inputMode="decimal"
              autoComplete="off"
              value={value}
              onChange={(typed) => changeStep(index, { discount: { kind, value: typed } })}
              {...field(path)}
            />
          </div>
        )}
      </InlineStack>
      <Text as="p" tone="subdued">
        {words.combines[kind]}
      </Text>
    </>
  )
}
