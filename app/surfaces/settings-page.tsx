import { BlockStack, Layout, Page, Select, TextField, Card } from '@shopify/polaris'
import { useState } from 'react'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import { PrivacyRequests, ScopesLacking } from './settings-lists.tsx'
import type { LackingScope, PrivacyRow } from './settings-view.ts'
import { SurfaceSettings } from './settings.ts'

export interface SettingsProps {
  settings: SurfaceSettings
  offers: readonly { id: string; title: string }[]
  lacking: readonly LackingScope[]
  privacy: readonly PrivacyRow[]
  problems: Readonly<Record<string, string>>
  saving: boolean
  onSave: (settings: SurfaceSettings) => void
}

const LIMIT = 'Enter a whole number of milliseconds from 300 to 3,000'

export function SettingsPage({ settings, offers, lacking, privacy, problems, saving, onSave }: SettingsProps) {
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
    <Page title="Settings">
      <UnsavedChanges open={dirty} saving={saving} onSave={save} onDiscard={discard} />
      <Layout>
        <Layout.AnnotatedSection title="Page after payment" description="What happens when Encore’s answer does not arrive in time.">
          <Card>
            <BlockStack gap="400">
              <TextField
                label="Longest wait"
                suffix="milliseconds"
                inputMode="numeric"
                autoComplete="off"
                value={limit}
                onChange={setLimit}
                onBlur={() => setSeen(true)}
                error={(seen && !asked.success && LIMIT) || problems.limitMs || false}
                helpText="After this the prepared fallback is shown instead, or nothing. Shopify does not publish its own limit; apps report about 1,500."
              />
              <Select
                label="Fallback offer"
                options={[{ value: '', label: 'None: show nothing' }, ...offers.map(({ id, title }) => ({ value: id, label: title }))]}
                value={fallback}
                onChange={setFallback}
                error={problems.fallbackOfferId ?? false}
                helpText="Kept ready in the shop itself. If it is accepted, Encore checks anew that it fits the purchase before anything is charged."
              />
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
        <ScopesLacking lacking={lacking} />
        <PrivacyRequests requests={privacy} />
      </Layout>
    </Page>
  )
}
