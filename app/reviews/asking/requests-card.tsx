import { Badge, Button, IndexTable, InlineStack, Link, Text } from '@shopify/polaris'
import { ListedCard } from '#app/ui/listed-card.tsx'
import { Nothing } from '#app/ui/nothing.tsx'
import type { AskingIntent } from './asking-form.ts'
import type { ListedRequests, RequestRow } from './requests-listed.ts'
import { LEFT_OUT, reasonOf, STATES, words } from './words.ts'

interface RequestsProps {
  requests: readonly RequestRow[]
  more: boolean
  listed: ListedRequests
  onGo: (to: Partial<ListedRequests>) => void
  onAsk: (asked: AskingIntent) => void
}

const TONES: Readonly<Record<string, 'success' | 'info' | 'attention'>> = { sent: 'success', answered: 'success', planned: 'info' }

export const RequestsCard = ({ requests, more, listed, onGo, onAsk }: RequestsProps) => (
  <ListedCard
    {...{ listed, more, onGo }}
    title={words.requests}
    isEmpty={requests.length === 0}
    choices={words.shown}
    search={words.search}
    nothingFits={words.nothingFits}
    nothingYet={<Nothing heading={words.noneTitle}>{words.none}</Nothing>}
  >
    <div className="requests">
      <IndexTable
        headings={[{ title: words.order }, { title: words.state }, { title: words.time }, { title: words.requests, hidden: true }]}
        itemCount={requests.length}
        selectable={false}
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
  </ListedCard>
)
