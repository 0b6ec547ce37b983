import { Select } from '@shopify/polaris'
import { useEditor } from './editor-state.tsx'
import { STEP_WORDS as words } from './step-words.ts'

/** Where a step leads. Only later steps are offered, so the funnel cannot turn in a circle. */
export function NextStep({ index, way }: { index: number; way: 'onAccept' | 'onDecline' }) {
  const { draft, changeStep, field } = useEditor()
  const step = draft.steps[index]
  const later = draft.steps.slice(index + 1).map(({ id }, at) => ({ value: id, label: words.toStep(index + at + 2) }))
  return (
    <div className="half">
      <Select
        label={words[way]}
        options={[{ value: '', label: words.toEnd }, ...later]}
        value={step?.[way] ?? ''}
        onChange={(next) => changeStep(index, { [way]: next || null })}
        disabled={later.length === 0}
        {...field(`steps.${index}.${way}`)}
      />
    </div>
  )
}
