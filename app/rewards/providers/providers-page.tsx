import { Badge, Card, IndexTable, Link, Page, Text } from '@shopify/polaris'
import { useProgress } from '#app/ui/progress.tsx'
import type { ConnectionState, ProviderRow } from './providers-view.ts'
import { words } from './words.ts'

const TONES = { connected: 'success', waiting: 'attention', refused: 'critical' } as const

export const StateBadge = ({ state }: { state: ConnectionState }) =>
  state === 'off' ? <Badge>{words.states.off}</Badge> : <Badge tone={TONES[state]}>{words.states[state]}</Badge>

/** Every review app that Encore can listen to, read again while somebody looks. */
export function ProvidersPage({ rows }: { rows: readonly ProviderRow[] }) {
  useProgress(true)
  return (
    <Page title={words.title} subtitle={words.about} backAction={{ content: words.rewards, url: '/rewards' }}>
      <Card padding="0">
        <ProvidersTable rows={rows} />
      </Card>
    </Page>
  )
}

const HEADINGS = [{ title: words.app }, { title: words.state }, { title: words.proof }, { title: words.lastEvent }] as const

const ProvidersTable = ({ rows }: { rows: readonly ProviderRow[] }) => (
  <div className="orders">
    <IndexTable
      selectable={false}
      itemCount={rows.length}
      resourceName={{ singular: words.app, plural: words.title }}
      headings={[...HEADINGS]}
    >
      {rows.map(({ provider, label, state, level, lastEvent }, position) => (
        <IndexTable.Row id={provider} key={provider} position={position}>
          <IndexTable.Cell>
            <Link url={`/rewards/providers/${provider}`} dataPrimaryLink monochrome removeUnderline>
              <Text as="span" fontWeight="semibold">
                {label}
              </Text>
            </Link>
            <div className="only-narrow">
              <Text as="span" variant="bodySm" tone="subdued">
                {`${words.states[state]}, ${words.levels[level]}`}
              </Text>
            </div>
          </IndexTable.Cell>
          <IndexTable.Cell>
            <StateBadge state={state} />
          </IndexTable.Cell>
          <IndexTable.Cell>{words.levels[level]}</IndexTable.Cell>
          <IndexTable.Cell>{lastEvent ?? words.never}</IndexTable.Cell>
        </IndexTable.Row>
      ))}
    </IndexTable>
  </div>
)
