import { FormLayout, TextField } from '@shopify/polaris'
import type { StepDraft } from './draft.ts'
import { useEditor } from './editor-state.tsx'

export function WordingFields({ index, step }: { index: number; step: StepDraft }) {
  const { changeStep, field } = useEditor()
  const { wording } = step
  const path = `steps.${index}.wording.en`
  return (
    <FormLayout>
      <TextField
        label="Headline"
        placeholder="Encore’s own, in the shopper’s language"
        helpText="Leave empty to use Encore’s wording in the shopper’s language."
        autoComplete="off"
        maxLength={120}
        value={wording.headline}
        onChange={(headline) => changeStep(index, { wording: { ...wording, headline } })}
        {...field(`${path}.headline`)}
      />
      <TextField
        label="Text"
        multiline={2}
        autoComplete="off"
        maxLength={600}
        value={wording.body}
        onChange={(body) => changeStep(index, { wording: { ...wording, body } })}
        {...field(`${path}.body`)}
      />
    </FormLayout>
  )
}
