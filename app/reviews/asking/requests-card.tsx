import { Badge, Button, Card, IndexTable, InlineStack, Link, Text } from '@shopify/polaris'
import type { AskingIntent } from './asking-form.ts'
import { LEFT_OUT, reasonOf, STATES, words } from './words.ts'

export interface RequestRow {
  id: string
  orderId: string
  order: string
  state: string
  because: string | null
  /** Products of the order that she is not asked about, and why. */
  leftOut: readonly { title: string; because: string }[]
  texted: boolean
  arrived: boolean
  when: string
}

const TONES: Readonly<Record<string, 'success' | 'info' | 'attention'>> = { sent: 'success', answered: 'success', planned: 'info' }

export const RequestsCard = ({ requests, onAsk }: { requests: readonly RequestRow[]; onAsk: (asked: AskingIntent) => void }) => (
  <Card padding="0">
    <div className="requests">
      <IndexTable
        headings={[{ title: words.order }, { title: words.state }, { title: words.time }, { title: words.requests, hidden: true }]}
        itemCount={requests.length}
        selectable={false}
        emptyState={<Text as="p">{words.none}</Text>}
      >
        {requests.map(({ id, orderId, order, state, because, leftOut, texted, arrived, when }, index) => (
          <IndexTable.Row key={id} id={id} position={index}>
            <IndexTable.Cell>
              <Link url={`/orders/${orderId}`}>{order}</Link>
            </IndexTable.Cell>
            <IndexTable.Cell>
              <InlineStack gap="200" blockAlign="center">
                <Badge {...(TONES[state] ? { tone: TONES[state] } : {})}>{STATES[state] ?? state}</Badge>
                {texted && state !== 'planned' ? <Badge>{arrived ? words.textArrived : words.texted}</Badge> : null}
                {because ? <Text as="span">{reasonOf(because)}</Text> : null}
              </InlineStack>
              {leftOut.map((one) => (
                <Text key={one.title} as="p" tone="subdued">
                  {words.leftOut(one.title, LEFT_OUT[one.because] ?? reasonOf(one.because))}
                </Text>
              ))}
            </IndexTable.Cell>
            <IndexTable.Cell>{when}</IndexTable.Cell>
            <IndexTable.Cell>
              {state === 'planned' ? (
                <InlineStack gap="200">
                  <Button size="slim" onClick={() => onAsk({ intent: 'send-now', id })}>
                    {words.sendNow}
                  </Button>
                  <Button size="slim" onClick={() => onAsk({ intent: 'skip', id })}>
                    {words.skip}
                  </Button>
                </InlineStack>
              ) : null}
            </IndexTable.Cell>
          </IndexTable.Row>
        ))}
      </IndexTable>
    </div>
  </Card>
)
