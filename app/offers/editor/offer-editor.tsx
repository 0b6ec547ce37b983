import { Banner, BlockStack, List, Page } from '@shopify/polaris'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { BesidePreview, SeePreview } from '#app/ui/beside-preview.tsx'
import { focusFirstProblem } from '#app/ui/first-problem.ts'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import type { Problems } from '../check.ts'
import { changedSince, type OfferDraft } from './draft.ts'
import { EditorProvider, useEditorState, type Editor, type Surroundings } from './editor-state.tsx'
import { EDITOR_WORDS as words } from './editor-words.ts'
import type { OfferDefinition, OfferStatus } from '../offer.ts'
import { RulesCard } from './rules-card.tsx'
import { PlacesCard } from './places-card.tsx'
import { LimitsCard, NameCard, PriorityCard, ScheduleCard } from './side-cards.tsx'
import type { StepFigures } from './step-numbers.tsx'
import { StepsCards } from './steps-card.tsx'
import { WarningsCard } from './warnings-card.tsx'

export type SaveRefusal = { because: 'invalid'; problems: Problems } | { because: 'changed-meanwhile' | 'gone' }

export interface OfferEditorProps {
  id: string | null // null: not saved yet
  title: string
  initial: OfferDraft
  surroundings: Surroundings
  figures: Readonly<Record<string, StepFigures>>
  refusal: SaveRefusal | null
  saving: boolean
  todo: readonly string[] // what a template left open
  actions: readonly { content: string; url?: string; onAction?: () => void }[]
  onSave: (definition: OfferDefinition, changed: { status?: OfferStatus; moved: boolean }) => void
  onDiscard: () => void
  notice: ReactNode // what is to be known of the offer before it is edited
  /** Beside the fields: what the shopper will see of them. */
  renderPreview: (editor: Pick<Editor, 'candidate' | 'language' | 'setLanguage'>) => ReactNode
}

export function OfferEditor({
  id,
  title,
  initial,
  surroundings,
  figures,
  refusal,
  saving,
  todo,
  notice,
  actions,
  onSave,
  onDiscard,
  renderPreview,
}: OfferEditorProps) {
  const editor = useEditorState(initial, surroundings, refusal?.because === 'invalid' ? refusal.problems : {})
  const form = useRef<HTMLDivElement>(null)
  const save = () => {
    const definition = editor.attempt()
    if (definition) onSave(definition, changedSince(editor.opened, editor.draft))
    else requestAnimationFrame(() => focusFirstProblem(form.current))
  }
  const discard = () => {
    editor.reset()
    onDiscard()
  }
  useEffect(() => {
    if (refusal) focusFirstProblem(form.current)
  }, [refusal])
  return (
    <EditorProvider editor={editor}>
      <Page title={title} backAction={{ content: words.back, url: '/offers' }} secondaryActions={[...actions]} fullWidth>
        <UnsavedChanges open={editor.dirty} saving={saving} onSave={save} onDiscard={discard} />
        <BesidePreview
          fields={form}
          preview={
            <BlockStack gap="400">
              {renderPreview(editor)}
              <WarningsCard id={id} />
            </BlockStack>
          }
        >
          <BlockStack gap="400">
            {refusal ? <Refusal refusal={refusal} /> : null}
            {notice}
            {todo.length > 0 ? <Todo todo={todo} /> : null}
            <SeePreview />
            <NameCard />
            <RulesCard />
            <StepsCards figures={figures} />
            <PlacesCard />
            <ScheduleCard />
            <LimitsCard />
            <PriorityCard />
          </BlockStack>
        </BesidePreview>
      </Page>
    </EditorProvider>
  )
}

const Refusal = ({ refusal }: { refusal: SaveRefusal }) => (
  <Banner tone="critical" title={words.refusals[refusal.because].title}>
    <p>{words.refusals[refusal.because].todo}</p>
  </Banner>
)

function Todo({ todo }: { todo: readonly string[] }) {
  const [hidden, setHidden] = useState(false)
  if (hidden) return null
  return (
    <Banner tone="info" title={words.todo} onDismiss={() => setHidden(true)}>
      <List>
        {todo.map((point) => (
          <List.Item key={point}>{point}</List.Item>
        ))}
      </List>
    </Banner>
  )
}
