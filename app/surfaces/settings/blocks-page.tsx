import { Badge, BlockStack, Button, Card, Checkbox, InlineStack, Layout, Page, Text, TextField } from '@shopify/polaris'
import { useState, type ReactNode } from 'react'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import type { Conflict } from '#app/ui/use-held.tsx'
import { BlockSettings } from '../block/settings.ts'
import { BLOCK_SURFACES } from '../contract.ts'
import { BLOCKS_WORDS as words } from './blocks-words.ts'
import type { Placing } from './placings.ts'

interface BlocksProps {
  settings: BlockSettings
  placings: readonly Placing[]
  conflict: Conflict | null
  saving: boolean
  onSave: (settings: BlockSettings) => void
  renderPreview: (settings: BlockSettings) => ReactNode // as they would be saved
}

export function BlocksPage({ settings, placings, conflict, saving, onSave, renderPreview }: BlocksProps) {
  const [on, setOn] = useState(settings.on)
  const [together, setTogether] = useState(settings.together)
  const [hours, setHours] = useState(String(settings.hours))
  const [seen, setSeen] = useState(false)
  const asked = BlockSettings.safeParse({ on, together, hours: hours.trim() ? Number(hours) : NaN })
  const isChanged = BLOCK_SURFACES.some((surface) => on[surface] !== settings.on[surface])
  const discard = () => {
    setOn(settings.on)
    setTogether(settings.together)
    setHours(String(settings.hours))
    setSeen(false)
  }
  return (
    <Page title={words.title} backAction={{ content: words.settings, url: '/settings' }}>
      <UnsavedChanges
        open={isChanged || together !== settings.together || hours !== String(settings.hours)}
        saving={saving}
        conflict={conflict}
        onSave={() => (asked.success ? onSave(asked.data) : setSeen(true))}
        onDiscard={discard}
      />
      <Layout>
        <Layout.AnnotatedSection title={words.places} description={words.placesAbout}>
          <BlockStack gap="400">
            {placings.map((placing) => (
              <Place
                key={placing.surface}
                {...placing}
                on={on[placing.surface]}
                onChange={(shown) => setOn({ ...on, [placing.surface]: shown })}
              />
            ))}
          </BlockStack>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={words.terms} description={words.termsAbout}>
          <Card>
            <BlockStack gap="400">
              <TextField
                label={words.hours}
                suffix={words.hoursUnit}
                inputMode="numeric"
                autoComplete="off"
                value={hours}
                onChange={setHours}
                onBlur={() => setSeen(true)}
                error={seen && !asked.success ? words.hoursWrong : false}
                helpText={words.hoursHelp}
              />
              <Checkbox label={words.together} helpText={words.togetherHelp} checked={together} onChange={setTogether} />
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={words.looks} description={words.looksAbout}>
          {renderPreview(asked.success ? asked.data : settings)}
        </Layout.AnnotatedSection>
      </Layout>
    </Page>
  )
}

function Place({ surface, editor, seen, on, onChange }: Placing & { on: boolean; onChange: (on: boolean) => void }) {
  const { name, about } = words.surface[surface]
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="300">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="headingSm">
              {name}
            </Text>
            <Badge {...(seen ? { tone: 'success' as const } : {})}>{seen ? words.placed : words.notPlaced}</Badge>
          </InlineStack>
          <Button url={editor} accessibilityLabel={words.placeLabel(seen ? words.change : words.place, name)}>
            {seen ? words.change : words.place}
          </Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          {about}
        </Text>
        {seen ? (
          <Text as="p" tone="subdued">
            {words.placedWhen(seen)}
          </Text>
        ) : null}
        <Checkbox label={words.offers(name)} checked={on} onChange={onChange} />
      </BlockStack>
    </Card>
  )
}
