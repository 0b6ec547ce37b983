import { Banner, BlockStack, Card, Layout, Page, Select, Text } from '@shopify/polaris'
import { useRef, useState, type ReactNode } from 'react'
import { focusFirstProblem } from '#app/ui/first-problem.ts'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import type { Conflict } from '#app/ui/use-held.tsx'
import type { Terms } from '../program.ts'
import { CodeFields } from './code-fields.tsx'
import { draftOf, termsOf } from './draft.ts'
import { LimitFields } from './limit-fields.tsx'
import { PromiseCard } from './promise-card.tsx'
import { ValueFields } from './value-fields.tsx'
import { words } from './words.ts'

export interface ProgramPageProps {
  program: { active: boolean; terms: Terms }
  isNew: boolean
  currency: string
  titles: Readonly<Record<string, string>>
  spent: { spent: string; budget: string } | null
  conflict: Conflict | null
  saving: boolean
  onSave: (program: { active: boolean; terms: Terms }) => void
}

const PROBLEMS: Readonly<Record<string, string>> = words.problems

export function ProgramPage({ program, isNew, currency, spent, conflict, saving, onSave, ...props }: ProgramPageProps) {
  const initial = draftOf(program, currency)
  const [draft, setDraft] = useState(initial)
  const [titles, setTitles] = useState(props.titles)
  const [asked, setAsked] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const made = termsOf(draft, currency)
  const problems = asked && 'problems' in made ? made.problems : {}
  const errorOf = (field: string) => problems[field] === true && (PROBLEMS[field] ?? PROBLEMS[field.split('.')[0] ?? ''] ?? false)
  const change = (changes: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...changes }))
  const save = () => {
    if ('terms' in made) return onSave({ active: draft.active, terms: made.terms })
    setAsked(true)
    requestAnimationFrame(() => focusFirstProblem(form.current))
  }
  const discard = () => {
    setDraft(initial)
    setAsked(false)
  }
  const fields = { draft, currency, titles, errorOf, onChange: change, onTitles: setTitles }
  return (
    <Page title={words.program} backAction={{ content: words.title, url: '/rewards' }}>
      <UnsavedChanges
        open={isNew || JSON.stringify(draft) !== JSON.stringify(initial)}
        saving={saving}
        conflict={conflict}
        onSave={save}
        onDiscard={discard}
      />
      <Layout>
        {spent ? (
          <Layout.Section variant="fullWidth">
            <Banner tone="warning" title={words.stopped}>
              {words.stoppedText(spent.spent, spent.budget)}
            </Banner>
          </Layout.Section>
        ) : null}
        <Layout.Section>
          <div ref={form}>
            <BlockStack gap="400">
              <Part title={words.whatReviewsGet} text={words.whatReviewsGetText}>
                <Switch active={draft.active} onChange={(active) => change({ active })} />
                <ValueFields {...{ currency, errorOf }} values={draft.values} onChange={(values) => change({ values })} />
              </Part>
              <Part title={words.theCode} text={words.theCodeText}>
                <CodeFields {...fields} />
              </Part>
              <Part title={words.whoAndHowOften} text={words.whoAndHowOftenText}>
                <LimitFields {...fields} />
              </Part>
            </BlockStack>
          </div>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <PromiseCard terms={'terms' in made ? made.terms : program.terms} isTyped={'terms' in made} {...{ currency, titles }} />
        </Layout.Section>
      </Layout>
    </Page>
  )
}

const Part = ({ title, text, children }: { title: string; text: string; children: ReactNode }) => (
  <Card>
    <BlockStack gap="400">
      <BlockStack gap="100">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <Text as="p" tone="subdued">
          {text}
        </Text>
      </BlockStack>
      {children}
    </BlockStack>
  </Card>
)

const Switch = ({ active, onChange }: { active: boolean; onChange: (active: boolean) => void }) => (
  <Select
    label={words.status}
    options={[
      { value: 'on', label: words.on },
      { value: 'off', label: words.off },
    ]}
    value={active ? 'on' : 'off'}
    onChange={(chosen) => onChange(chosen === 'on')}
  />
)
