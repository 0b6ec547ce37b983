import { Select } from '@shopify/polaris'
import { useEditor } from './editor-state.tsx'

const LABELS = { onAccept: 'If the shopper accepts', onDecline: 'If the shopper declines' } as const

/** Where a step leads. Only later steps are offered, so the funnel cannot turn in a circle. */
export function NextStep({ index, way }: { index: number; way: keyof typeof LABELS }) {
  const { draft, changeStep, field } = useEditor()
  const step = draft.steps[index]
  const later = draft.steps.slice(index + 1).map(({ id }, at) => ({ value: id, label: `Show step ${index + at + 2}` }))
  return (
    <div className="half">
      <Select
        label={LABELS[way]}
        options={[{ value: '', label: 'Go to the order confirmation' }, ...later]}
        value={step?.[way] ?? ''}
        onChange={(next) => changeStep(index, { [way]: next || null })}
        disabled={later.length === 0}
        {...field(`steps.${index}.${way}`)}
      />
    </div>
  )
}
