import { Badge, Card, IndexTable } from '@shopify/polaris'
import { Nothing } from '#app/ui/nothing.tsx'
import type { Arrival } from './providers-view.ts'
import { words } from './words.ts'

const TONES: Readonly<Record<string, 'success' | 'critical' | 'attention'>> = { done: 'success', failed: 'critical', waiting: 'attention' }

/** The last events and what became of each; who wrote them is not kept here. */
export const Arrivals = ({ arrivals }: { arrivals: readonly Arrival[] }) => (
  <Card padding="0">
    {arrivals.length === 0 ? (
      <Nothing heading={words.nothingYet}>{words.nothingYetAbout}</Nothing>
    ) : (
      <IndexTable
        selectable={false}
        itemCount={arrivals.length}
        resourceName={{ singular: words.lately, plural: words.lately }}
        headings={[{ title: words.when }, { title: words.outcome }]}
      >
        {arrivals.map(({ at, state, reason }, position) => (
          <IndexTable.Row id={String(position)} key={`${at} ${position}`} position={position}>
            <IndexTable.Cell>{at}</IndexTable.Cell>
            <IndexTable.Cell>
              <span className="outcome">
                {TONES[state] ? (
                  <Badge tone={TONES[state]}>{words.outcomes[state] ?? state}</Badge>
                ) : (
                  <Badge>{words.outcomes[state] ?? state}</Badge>
                )}{' '}
                {reason}
              </span>
            </IndexTable.Cell>
          </IndexTable.Row>
        ))}
      </IndexTable>
    )}
  </Card>
)
