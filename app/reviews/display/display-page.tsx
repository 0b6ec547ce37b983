import { Badge, BlockStack, Button, Card, InlineStack, Layout, Page, Select, Text, TextField } from '@shopify/polaris'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect, useState } from 'react'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import type { Conflict } from '#app/ui/use-held.tsx'
import { DisplaySettings } from './settings.ts'
import { words } from './words.ts'

export interface DisplayProps {
  settings: DisplaySettings
  blocks: readonly { handle: keyof typeof words.block; editor: string }[]
  state: { shown: number; waiting: number; refused: readonly { product: string; because: string }[] }
  verification: string
  conflict: Conflict | null
  saving: boolean
  onSave: (settings: DisplaySettings) => void
}

export function DisplayPage({ settings, blocks, state, verification, conflict, saving, onSave }: DisplayProps) {
  const [sort, setSort] = useState<string>(settings.sort)
  const [perPage, setPerPage] = useState(String(settings.perPage))
  const [seen, setSeen] = useState(false)
  const asked = DisplaySettings.safeParse({ sort, perPage: perPage.trim() ? Number(perPage) : NaN })
  const discard = () => {
    setSort(settings.sort)
    setPerPage(String(settings.perPage))
    setSeen(false)
  }
  return (
    <Page title={words.title} backAction={{ content: words.reviews, url: '/reviews' }}>
      <UnsavedChanges
        open={sort !== settings.sort || perPage !== String(settings.perPage)}
        saving={saving}
        conflict={conflict}
        onSave={() => (asked.success ? onSave(asked.data) : setSeen(true))}
        onDiscard={discard}
      />
      <Layout>
        <Layout.AnnotatedSection title={words.blocks} description={words.blocksAbout}>
          <Blocks blocks={blocks} />
        </Layout.AnnotatedSection>
        <Layout.AnnotatedSection title={words.howShown} description={words.howShownAbout}>
          <Card>
            <BlockStack gap="400">
              <Select
                label={words.order}
                options={[
                  { value: 'newest', label: words.newest },
                  { value: 'featured', label: words.featured },
                ]}
                value={sort}
                onChange={setSort}
              />
              <TextField
                label={words.perPage}
                helpText={words.perPageHelp}
                inputMode="numeric"
                autoComplete="off"
                value={perPage}
                onChange={setPerPage}
                onBlur={() => setSeen(true)}
                error={seen && !asked.success ? words.perPageWrong : false}
              />
            </BlockStack>
          </Card>
        </Layout.AnnotatedSection>
        <Honesty verification={verification} />
        <State {...state} />
      </Layout>
    </Page>
  )
}

function Blocks({ blocks }: Pick<DisplayProps, 'blocks'>) {
  const placed = usePlaced()
  return (
    <Card>
      <BlockStack gap="400">
        {blocks.map(({ handle, editor }) => (
          <InlineStack key={handle} align="space-between" blockAlign="center" gap="300" wrap={false}>
            <div className="grows">
              <InlineStack align="start" gap="200">
                <Text as="h3" variant="headingSm">
                  {words.block[handle].name}
                </Text>
                {placed ? (
                  <Badge {...(placed.has(handle) ? { tone: 'success' as const } : {})}>
                    {placed.has(handle) ? words.placed : words.notPlaced}
                  </Badge>
                ) : (
                  <Badge>{words.notKnown}</Badge>
                )}
              </InlineStack>
              <Text as="p" tone="subdued">
                {words.block[handle].about}
              </Text>
            </div>
            <Button url={editor} accessibilityLabel={words.add(words.block[handle].name)}>
              {placed?.has(handle) ? words.changeInTheme : words.addToTheme}
            </Button>
          </InlineStack>
        ))}
      </BlockStack>
    </Card>
  )
}

/** Which blocks stand in the published theme, as Shopify tells; null until it does. */
function usePlaced(): ReadonlySet<string> | null {
  const shopify = useAppBridge()
  const [placed, setPlaced] = useState<ReadonlySet<string> | null>(null)
  useEffect(() => {
    let gone = false
    const read = async () => {
      const extensions = await shopify.app.extensions()
      const blocks = extensions.flatMap((one) => one.activations as readonly object[]) as { handle?: string; status?: string }[]
      const active = blocks.flatMap(({ handle, status }) => (handle && status === 'active' ? [handle] : []))
      if (!gone) setPlaced(new Set(active))
    }
    // An old admin does not answer: the badge then says that nobody knows.
    read().catch(() => undefined)
    return () => void (gone = true)
  }, [shopify])
  return placed
}

const Honesty = ({ verification }: { verification: string }) => (
  <Layout.AnnotatedSection title={words.incentives} description={words.incentivesAbout}>
    <Card>
      <InlineStack align="space-between" blockAlign="center" gap="300" wrap={false}>
        <div className="grows">
          <Text as="h3" variant="headingSm">
            {words.verification}
          </Text>
          <Text as="p" tone="subdued">
            {words.verificationAbout}
          </Text>
        </div>
        <Button url={verification} target="_blank">
          {words.openPage}
        </Button>
      </InlineStack>
    </Card>
  </Layout.AnnotatedSection>
)

const State = ({ shown, waiting, refused }: DisplayProps['state']) => (
  <Layout.AnnotatedSection title={words.state}>
    <Card>
      <BlockStack gap="200">
        <Text as="p">{words.shown(shown)}</Text>
        {waiting > 0 ? <Text as="p">{words.waiting(waiting)}</Text> : null}
        {refused.length > 0 ? <Text as="p">{words.refused}</Text> : null}
        {refused.map(({ product, because }) => (
          <Text key={product} as="p" tone="critical" breakWord>
            {product}: {because}
          </Text>
        ))}
      </BlockStack>
    </Card>
  </Layout.AnnotatedSection>
)
