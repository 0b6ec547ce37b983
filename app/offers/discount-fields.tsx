import { BlockStack, InlineStack, Select, Text, TextField } from '@shopify/polaris'
import type { StepDraft } from './draft.ts'
import { useEditor } from './editor-state.tsx'

const KINDS = [
  { value: 'none', label: 'No discount' },
  { value: 'percentage', label: 'Percentage off' },
  { value: 'fixed', label: 'Amount off each' },
]

// Shopify adds an accepted step as an order edit: codes of the first order are not applied to edited-in lines (contract 1.3).
const NO_CODE =
  'None of your discount codes or automatic discounts lowers the price of what is added here, not even one used on the same order, and none is used up by it.'
const COMBINES = {
  none: `Sold at its price in the shop. ${NO_CODE}`,
  percentage: `Combines with whatever the order already got, and lowers only the price of this step’s products. ${NO_CODE}`,
  fixed: `Combines with whatever the order already got, and lowers only the price of this step’s products. ${NO_CODE}`,
}

export function DiscountFields({ index, step }: { index: number; step: StepDraft }) {
  const { changeStep, field, terms } = useEditor()
  const { kind, value } = step.discount
  const path = `steps.${index}.discount.${kind === 'percentage' ? 'percent' : 'amount'}`
  const setKind = (chosen: string) => changeStep(index, { discount: { kind: chosen as StepDraft['discount']['kind'], value: '' } })
  return (
    <BlockStack gap="200">
      <InlineStack gap="300" blockAlign="start">
        <div className="half">
          <Select label="Discount" options={KINDS} value={kind} onChange={setKind} />
        </div>
        {kind === 'none' ? null : (
          <div className="half">
            <TextField
              label={kind === 'percentage' ? 'Percentage' : 'Amount'}
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
        {COMBINES[kind]}
      </Text>
    </BlockStack>
  )
}
