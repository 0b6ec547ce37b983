import { Banner, BlockStack, Button, Card, ChoiceList, InlineStack, Layout, Page, Select, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { useAttempt } from '#app/ui/use-attempt.tsx'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import type { Conflict } from '#app/ui/use-held.tsx'
import { CollectingSettings, isAskedAbove } from './settings.ts'
import { words } from './words.ts'

export interface CollectingPageProps {
  settings: CollectingSettings
  conflict: Conflict | null
  saving: boolean
  onSave: (settings: CollectingSettings) => void
}

export function CollectingPage({ settings, conflict, saving, onSave }: CollectingPageProps) {
  const [draft, setDraft] = useState(settings)
  const edit = (change: Partial<CollectingSettings>) => setDraft((before) => ({ ...before, ...change }))
  const asked = CollectingSettings.safeParse({ ...draft, questions: draft.questions.filter((question) => question.trim() !== '') })
  const { fields, attempt } = useAttempt(!draft.questions.some((_, at) => isAskedAbove(draft.questions, at)))
  const dirty = JSON.stringify(draft) !== JSON.stringify(settings)
  return (
    <Page title={words.title} backAction={{ content: words.back, url: '/reviews' }}>
      <UnsavedChanges
        open={dirty}
        saving={saving}
        conflict={conflict}
        onSave={() => attempt(() => asked.success && onSave(asked.data))}
        onDiscard={() => setDraft(settings)}
      />
      <Layout>
        <Layout.AnnotatedSection title={words.writers} description={words.writersText}>
          <Card>
            <ChoiceList
              title={words.writers}
              titleHidden
              choices={[
                { value: 'invited', label: words.invited },
                { value: 'anyone', label: words.anyone, helpText: words.anyoneHint },
              ]}
              selected={[draft.writers]}
              onChange={([writers]) => edit({ writers: writers === 'anyone' ? 'anyone' : 'invited' })}
            />
          </Card>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={words.questions} description={words.questionsText}>
          <Card>
            <div ref={fields}>
              <Questions questions={draft.questions} onChange={(questions) => edit({ questions })} />
            </div>
          </Card>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={words.holding} description={words.holdingText}>
          <Card>
            <Holding draft={draft} onChange={edit} />
          </Card>
        </Layout.AnnotatedSection>
      </Layout>
    </Page>
  )
}

const MOST_QUESTIONS = 5

function Questions({ questions, onChange }: { questions: readonly string[]; onChange: (questions: string[]) => void }) {
  return (
    <BlockStack gap="300">
      {questions.map((question, index) => (
        <TextField
          key={index}
          label={words.question(index + 1)}
          value={question}
          maxLength={200}
          error={isAskedAbove(questions, index) ? words.askedAbove : false}
          autoComplete="off"
          onChange={(text) => onChange(questions.map((one, at) => (at === index ? text : one)))}
          connectedRight={
            <Button accessibilityLabel={words.remove(index + 1)} onClick={() => onChange(questions.filter((_, at) => at !== index))}>
              {'✕'}
            </Button>
          }
        />
      ))}
      {questions.length < MOST_QUESTIONS ? (
        <InlineStack>
          <Button onClick={() => onChange([...questions, ''])}>{words.add}</Button>
        </InlineStack>
      ) : null}
    </BlockStack>
  )
}

const UP_TO = [1, 2, 3, 4].map((rating) => ({ value: String(rating), label: words.stars(rating) }))

function Holding({ draft, onChange }: { draft: CollectingSettings; onChange: (change: Partial<CollectingSettings>) => void }) {
  return (
    <BlockStack gap="300">
      <ChoiceList
        title={words.holding}
        titleHidden
        choices={[
          { value: 'spam', label: words.spam, helpText: words.spamHint },
          { value: 'all', label: words.all, helpText: words.allHint },
          { value: 'low', label: words.low, helpText: words.lowHint },
        ]}
        selected={[draft.holding]}
        onChange={([holding]) => onChange({ holding: holding as CollectingSettings['holding'] })}
      />
      {draft.holding === 'low' ? (
        <>
          <Select
            label={words.upTo}
            options={UP_TO}
            value={String(draft.holdUpTo)}
            onChange={(value) => onChange({ holdUpTo: Number(value) })}
          />
          <Banner tone="warning" title={words.lawTitle}>
            {words.law}
          </Banner>
        </>
      ) : null}
    </BlockStack>
  )
}
