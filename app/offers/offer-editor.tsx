import { Banner, BlockStack, Layout, Page } from '@shopify/polaris'
import { useEffect, useRef } from 'react'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import type { Problems } from './check.ts'
import type { OfferDraft, Terms } from './draft.ts'
import { EditorProvider, useEditorState } from './editor-state.tsx'
import type { OfferDefinition, OfferStatus } from './offer.ts'
import { RulesCard } from './rules-card.tsx'
import type { Names } from './rules/words.ts'
import { NameCard, PriorityCard, ScheduleCard, StatusCard } from './side-cards.tsx'
import type { StepFigures } from './step-numbers.tsx'
import { StepsCards } from './steps-card.tsx'

export type SaveRefusal = { because: 'invalid'; problems: Problems } | { because: 'changed-meanwhile' | 'gone' }

export interface OfferEditorProps {
  title: string
  initial: OfferDraft
  terms: Terms
  names: Names
  figures: Readonly<Record<string, StepFigures>>
  refusal: SaveRefusal | null
  saving: boolean
  onSave: (definition: OfferDefinition, status: OfferStatus) => void
}

export function OfferEditor({ title, initial, terms, names, figures, refusal, saving, onSave }: OfferEditorProps) {
  const editor = useEditorState(initial, terms, names, refusal?.because === 'invalid' ? refusal.problems : {})
  const form = useRef<HTMLDivElement>(null)
  const save = () => {
    const definition = editor.attempt()
    if (definition) onSave(definition, editor.draft.status)
    else requestAnimationFrame(() => focusFirstProblem(form.current))
  }
  useEffect(() => {
    if (refusal) focusFirstProblem(form.current)
  }, [refusal])
  return (
    <EditorProvider value={editor}>
      <Page title={title} backAction={{ content: 'Offers', url: '/offers' }}>
        <UnsavedChanges open={editor.dirty} saving={saving} onSave={save} onDiscard={editor.reset} />
        <div ref={form}>
          <BlockStack gap="400">
            {refusal ? <Refusal refusal={refusal} /> : null}
            <Layout>
              <Layout.Section>
                <BlockStack gap="400">
                  <NameCard />
                  <RulesCard />
                  <StepsCards figures={figures} />
                </BlockStack>
              </Layout.Section>
              <Layout.Section variant="oneThird">
                <BlockStack gap="400">
                  <StatusCard />
                  <PriorityCard />
                  <ScheduleCard />
                </BlockStack>
              </Layout.Section>
            </Layout>
          </BlockStack>
        </div>
      </Page>
    </EditorProvider>
  )
}

const REFUSALS: Record<SaveRefusal['because'], { title: string; todo: string }> = {
  invalid: { title: 'The offer was not saved', todo: 'Correct the fields marked below and save again.' },
  'changed-meanwhile': {
    title: 'Someone else saved this offer while you were editing it',
    todo: 'Nothing of yours was saved. Note what you changed, discard, and make the change again on the newer version.',
  },
  gone: { title: 'This offer no longer exists', todo: 'Go back to the list and create it anew.' },
}

function Refusal({ refusal }: { refusal: SaveRefusal }) {
  const { title, todo } = REFUSALS[refusal.because]
  return (
    <Banner tone="critical" title={title}>
      <p>{todo}</p>
    </Banner>
  )
}

/** Polaris names each message after its field: `<field>Error`. */
function focusFirstProblem(form: HTMLElement | null): void {
  const message = form?.querySelector('[id$="Error"]')
  message?.scrollIntoView({ block: 'center' })
  if (message) document.getElementById(message.id.slice(0, -'Error'.length))?.focus({ preventScroll: true })
}
