import { BlockStack, Button, Card, FormLayout, InlineStack, Layout, List, Modal, ProgressBar, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { useFocusReturn } from '#app/ui/use-focus-return.tsx'
import type { AskingIntent } from './asking-form.ts'
import { REASONS, words } from './words.ts'

export interface Counted {
  from: string
  to: string
  asked: number
  skipped: Readonly<Record<string, number>>
  changed: boolean
}

export interface Backfill {
  chosen: number
  running: boolean
  planned: number
  sent: number
  skipped: number
}

interface PastProps {
  today: string
  backfill: Backfill | null
  counted: Counted | null
  onAsk: (asked: AskingIntent) => void
}

/** Nothing leaves before the merchant has seen how many, and said yes. */
export function PastCard({ today, backfill, counted, onAsk }: PastProps) {
  const [range, setRange] = useState({ from: `${today.slice(0, 8)}01`, to: today })
  const [asking, setAsking] = useState(false)
  useFocusReturn(asking)
  const fresh = counted && counted.from === range.from && counted.to === range.to ? counted : null
  const reversed = range.to !== '' && range.to < range.from
  const confirm = () => {
    setAsking(false)
    if (fresh) onAsk({ intent: 'backfill', ...range, confirmed: fresh.asked })
  }
  return (
    <Layout.AnnotatedSection title={words.past} description={words.pastText}>
      <Card>
        <BlockStack gap="400">
          <FormLayout>
            <FormLayout.Group>
              <TextField
                label={words.from}
                type="date"
                autoComplete="off"
                value={range.from}
                onChange={(from) => setRange({ ...range, from })}
              />
              <TextField
                label={words.to}
                type="date"
                autoComplete="off"
                value={range.to}
                error={reversed ? words.reversed : false}
                onChange={(to) => setRange({ ...range, to })}
              />
            </FormLayout.Group>
          </FormLayout>
          <InlineStack gap="200">
            <Button disabled={range.from === '' || range.to === '' || reversed} onClick={() => onAsk({ intent: 'count', ...range })}>
              {words.count}
            </Button>
            {fresh && fresh.asked > 0 ? (
              <Button variant="primary" onClick={() => setAsking(true)}>
                {words.sendToAll(fresh.asked)}
              </Button>
            ) : null}
          </InlineStack>
          {fresh ? <Result counted={fresh} /> : null}
          {backfill ? <Progress backfill={backfill} /> : null}
        </BlockStack>
      </Card>
      <Modal
        open={asking}
        onClose={() => setAsking(false)}
        title={words.confirmTitle(fresh?.asked ?? 0)}
        primaryAction={{ content: words.sendToAll(fresh?.asked ?? 0), onAction: confirm }}
        secondaryActions={[{ content: words.cancel, onAction: () => setAsking(false) }]}
      >
        <Modal.Section>
          <Text as="p">{words.confirmText}</Text>
        </Modal.Section>
      </Modal>
    </Layout.AnnotatedSection>
  )
}

const Result = ({ counted: { asked, skipped, changed } }: { counted: Counted }) => (
  <BlockStack gap="200">
    <Text as="p" fontWeight="semibold">
      {changed ? words.changed(asked) : words.counted(asked)}
    </Text>
    <List>
      {Object.entries(skipped).map(([because, count]) => (
        <List.Item key={because}>{words.skippedOf(REASONS[because] ?? because, count)}</List.Item>
      ))}
    </List>
  </BlockStack>
)

function Progress({ backfill: { chosen, running, planned, sent, skipped } }: { backfill: Backfill }) {
  const reached = planned + sent + skipped
  return (
    <BlockStack gap="200">
      <Text as="p" id="backfill-progress">
        {running ? words.choosing(reached, chosen) : words.chosen(reached)}
      </Text>
      <ProgressBar
        progress={chosen === 0 ? 100 : Math.min(100, Math.round((100 * (running ? reached : sent + skipped)) / Math.max(chosen, reached)))}
        size="small"
        ariaLabelledBy="backfill-progress"
        animated={false}
      />
      <Text as="p" tone="subdued">
        {words.backfilled(planned, sent, skipped)}
      </Text>
    </BlockStack>
  )
}
