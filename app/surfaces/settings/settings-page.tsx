import { BlockStack, Layout, Page, Select, TextField, Card } from '@shopify/polaris'
import { useState, type ReactNode } from 'react'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import type { Conflict } from '#app/ui/use-held.tsx'
import { PrivacyRequests, ScopesLacking } from './settings-lists.tsx'
import type { LackingScope, PrivacyRow } from './settings-view.ts'
import { SurfaceSettings } from './settings.ts'
import type { Paged } from '#app/values/listed.ts'
import { words } from '../words.ts'

export interface SettingsProps {
  settings: SurfaceSettings
  offers: readonly { id: string; title: string }[]
  lacking: readonly LackingScope[]
  privacy: Paged & { requests: readonly PrivacyRow[] }
  problems: Readonly<Record<string, string>>
  conflict: Conflict | null
  saving: boolean
  onSave: (settings: SurfaceSettings) => void
  onGo: (to: { page: number }) => void
  children: ReactNode // what other domains show here
}

const LIMIT = words.waitWrong

export function SettingsPage({ settings, offers, lacking, privacy, problems, conflict, saving, onSave, onGo, children }: SettingsProps) {
  const [limit, setLimit] = useState(String(settings.limitMs))
  const [fallback, setFallback] = useState(settings.fallbackOfferId ?? '')
  const [seen, setSeen] = useState(false)
  const asked = SurfaceSettings.safeParse({ limitMs: limit.trim() ? Number(limit) : NaN, fallbackOfferId: fallback || null })
  const dirty = limit !== String(settings.limitMs) || fallback !== (settings.fallbackOfferId ?? '')
  const save = () => (asked.success ? onSave(asked.data) : setSeen(true))
  const discard = () => {
    setLimit(String(settings.limitMs))
    setFallback(settings.fallbackOfferId ?? '')
    setSeen(false)
  }
  return (
    <Page
      title={words.settings}
      secondaryActions={[
        { content: words.afterOrder, url: '/settings/blocks' },
        { content: words.wording, url: '/settings/wording' },
      ]}
    >
      <UnsavedChanges open={dirty} saving={saving} conflict={conflict} onSave={save} onDiscard={discard} />
      <Layout>
        <Layout.AnnotatedSection title={words.pageAfterPayment} description={words.pageAbout}>
          <Card>
            <BlockStack gap="400">
              <TextField
                label={words.longestWait}
                suffix="milliseconds"
                inputMode="numeric"
                autoComplete="off"
                value={limit}
                onChange={setLimit}
                onBlur={() => setSeen(true)}
                error={(seen && !asked.success && LIMIT) || problems.limitMs || false}
                helpText={words.longestWaitHelp}
              />
              <Select
                label={words.fallbackOffer}
                options={[{ value: '', label: words.noFallback }, ...offers.map(({ id, title }) => ({ value: id, label: title }))]}
                value={fallback}
                onChange={setFallback}
                error={problems.fallbackOfferId ?? false}
                helpText={words.fallbackHelp}
              />
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
        {children}
        <ScopesLacking lacking={lacking} />
        <PrivacyRequests {...privacy} onGo={onGo} />
      </Layout>
    </Page>
  )
}
