import { Badge, Button, Card, IndexTable, InlineStack, Link, Text } from '@shopify/polaris'
import { REASONS, STATES, words } from './words.ts'

export interface FollowUpRow {
  orderId: string
  order: string
  state: string
  because: string | null
  channel: string
  when: string
  followed: boolean
  sale: { orderId: string; earned: string } | null
}

interface FollowUpsProps {
  followUps: readonly FollowUpRow[]
  onDrop: (orderId: string) => void
}

const TONES: Readonly<Record<string, 'success' | 'info'>> = { sent: 'success', planned: 'info' }

export const FollowUpsCard = ({ followUps, onDrop }: FollowUpsProps) => (
  <Card padding="0">
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
      emptyState={<Text as="p">{words.none}</Text>}
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
  </Card>
)

function CameOfIt({ row: { sale, followed } }: { row: FollowUpRow }) {
  if (sale) return <Link url={`/orders/${sale.orderId}`}>{sale.earned}</Link>
  return followed ? <Text as="span">{words.linkFollowed}</Text> : null
}
