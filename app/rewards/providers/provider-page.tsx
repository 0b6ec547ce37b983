import { Banner, Button, Layout, Page, Text } from '@shopify/polaris'
import { Section } from '#app/ui/section.tsx'
import type { Conflict } from '#app/ui/use-held.tsx'
import { useProgress } from '#app/ui/progress.tsx'
import { Arrivals } from './arrivals.tsx'
import type { ConnectionKeys, ProviderRequest } from './connection.ts'
import { AddressStep, KeysStep, TestStep } from './provider-steps.tsx'
import { providerWords } from './provider-words.ts'
import { StateBadge } from './providers-page.tsx'
import type { ProviderView } from './providers-view.ts'
import { words } from './words.ts'

export interface ProviderPageProps {
  view: ProviderView
  busy: boolean
  opened: string
  conflict: Conflict | null
  onSave: (keys: ConnectionKeys) => void
  onAsk: (request: ProviderRequest) => void
}

/** Connected in three steps; what arrives shows by itself. */
export function ProviderPage(props: ProviderPageProps) {
  const { view, busy, onAsk } = props
  const { label, state } = view
  useProgress(state !== 'off' && !busy)
  const disconnect = { content: words.disconnect, destructive: true, onAction: () => onAsk({ action: 'disconnect' }) }
  return (
    <Page
      title={label}
      titleMetadata={<StateBadge state={state} />}
      backAction={{ content: words.title, url: '/rewards/providers' }}
      secondaryActions={state === 'off' ? [] : [disconnect]}
    >
      <Layout>
        <Layout.Section>{state === 'off' ? <Off {...props} /> : <Steps {...props} />}</Layout.Section>
        <Layout.Section variant="oneThird">
          <Section title={words.levels[view.level]}>
            <Text as="p">{words.levelMeans[view.level]}</Text>
          </Section>
        </Layout.Section>
        {state === 'off' ? null : (
          <Layout.Section>
            <Arrivals arrivals={view.arrivals} />
          </Layout.Section>
        )}
      </Layout>
    </Page>
  )
}

function Off({ view, busy, onAsk }: ProviderPageProps) {
  const { where, note } = providerWords[view.provider]
  return (
    <Section title={words.offTitle(view.label)}>
      <Text as="p">{where}</Text>
      {note ? <Text as="p">{note}</Text> : null}
      <Text as="p" tone="subdued">
        {view.throughShopify ? words.throughShopify : words.offAbout}
      </Text>
      <div>
        <Button variant="primary" loading={busy} onClick={() => onAsk({ action: 'connect' })}>
          {view.throughShopify ? words.switchOn : words.connect}
        </Button>
      </div>
    </Section>
  )
}

function Steps({ view, busy, opened, conflict, onSave, onAsk }: ProviderPageProps) {
  return (
    <div className="steps">
      {view.hint ? (
        <Banner tone="critical" title={words.refusedTitle(view.refused ?? '')}>
          <p>{words.hints[view.hint]}</p>
        </Banner>
      ) : null}
      <AddressStep view={view} />
      <KeysStep key={opened} view={view} busy={busy} conflict={conflict} onSave={onSave} />
      <TestStep view={view} busy={busy} onTest={() => onAsk({ action: 'test' })} />
    </div>
  )
}
