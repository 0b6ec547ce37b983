import { Badge, Button, IndexTable, InlineStack, Link, Text } from '@shopify/polaris'
import { ListedCard } from '#app/ui/listed-card.tsx'
import { Nothing } from '#app/ui/nothing.tsx'
import type { FollowUpRow, ListedFollowUps } from './follow-ups-listed.ts'
import { REASONS, STATES, words } from './words.ts'

interface FollowUpsProps {
  followUps: readonly FollowUpRow[]
  more: boolean
  listed: ListedFollowUps
  onGo: (to: Partial<ListedFollowUps>) => void
  onDrop: (orderId: string) => void
}

const TONES: Readonly<Record<string, 'success' | 'info'>> = { sent: 'success', planned: 'info' }

export const FollowUpsCard = ({ followUps, more, listed, onGo, onDrop }: FollowUpsProps) => (
  <ListedCard
    {...{ listed, more, onGo }}
    title={words.messages}
    isEmpty={followUps.length === 0}
    choices={words.shown}
    search={words.search}
    nothingFits={words.nothingFits}
    nothingYet={<Nothing heading={words.noneTitle}>{words.none}</Nothing>}
  >
    <IndexTable
      headings={[
        { title: words.order },
        { title: words.state },
        { title: words.time },
        { title: words.cameOfIt },
        { title: words.messages, hidden: true },
      ]}
      itemCount={followUps.length}
      selectable={false}
    >
      {followUps.map((row, index) => (
        <IndexTable.Row key={row.orderId} id={row.orderId} position={index}>
          <IndexTable.Cell>
            <Link url={`/orders/${row.orderId}`}>{row.order}</Link>
          </IndexTable.Cell>
          <IndexTable.Cell>
            <InlineStack gap="200" blockAlign="center">
              <Badge {...(TONES[row.state] ? { tone: TONES[row.state] } : {})}>{STATES[row.state] ?? row.state}</Badge>
              {row.because ? <Text as="span">{REASONS[row.because] ?? row.because}</Text> : null}
            </InlineStack>
          </IndexTable.Cell>
          <IndexTable.Cell>{row.when}</IndexTable.Cell>
          <IndexTable.Cell>
            <CameOfIt row={row} />
          </IndexTable.Cell>
          <IndexTable.Cell>
            {row.state === 'planned' ? (
              <Button size="slim" onClick={() => onDrop(row.orderId)}>
                {words.drop}
              </Button>
            ) : null}
          </IndexTable.Cell>
        </IndexTable.Row>
      ))}
    </IndexTable>
  </ListedCard>
)

function CameOfIt({ row: { sale, followed } }: { row: FollowUpRow }) {
  if (sale) return <Link url={`/orders/${sale.orderId}`}>{sale.earned}</Link>
  return followed ? <Text as="span">{words.linkFollowed}</Text> : null
}
