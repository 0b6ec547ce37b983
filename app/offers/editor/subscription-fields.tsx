import { Select, TextField } from '@shopify/polaris'
import { useEditor } from './editor-state.tsx'
import { PlanPicker } from './plan-picker.tsx'
import type { StepDraft } from './step-draft.ts'
import { STEP_WORDS as words } from './step-words.ts'

const WAYS = [
  { value: 'once', label: words.once },
  { value: 'plan', label: words.subscribed },
]

/** Sold once, or again and again by a plan of the shop. */
export function SubscriptionFields({ index, step }: { index: number; step: StepDraft }) {
  const { changeStep, field, terms } = useEditor()
  const { subscription } = step
  const path = `steps.${index}.subscription`
  const set = (edit: Partial<NonNullable<StepDraft['subscription']>>) =>
    subscription && changeStep(index, { subscription: { ...subscription, ...edit } })
  const choose = (value: string) =>
    changeStep(index, { subscription: value === 'once' ? null : { sellingPlanId: '', name: '', recurringShipping: '' } })
  return (
    <>
      <div className="half">
        <Select
          label={words.subscription}
          options={WAYS}
          value={subscription ? 'plan' : 'once'}
          onChange={choose}
          {...(subscription ? { helpText: words.planHelp } : {})}
        />
      </div>
      {subscription ? (
        <>
          <div className="half">
            <PlanPicker index={index} step={step} onChoose={set} />
          </div>
          <div className="half">
            <TextField
              label={words.planName}
              helpText={words.planNameHelp}
              autoComplete="off"
              maxLength={200}
              value={subscription.name}
              onChange={(name) => set({ name })}
            />
          </div>
          <div className="half">
            <TextField
              id={`${path}.recurringShipping`}
              label={words.recurringShipping}
              suffix={terms.currency}
              inputMode="decimal"
              autoComplete="off"
              value={subscription.recurringShipping}
              onChange={(recurringShipping) => set({ recurringShipping })}
              {...field(`${path}.recurringShipping`)}
            />
          </div>
        </>
      ) : null}
    </>
  )
}
