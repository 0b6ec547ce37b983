import { BlockStack, Button, Card, Layout, Modal, Text } from '@shopify/polaris'
import { useFocusReturn } from '#app/ui/use-focus-return.tsx'
import { Reasons } from './automations-page.tsx'
import { words } from './words.ts'

export interface Counted {
  orders: number
  sent: number
  skipped: Readonly<Record<string, number>>
  changed: boolean
}

interface SwitchDialogProps {
  open: boolean
  name: string
  counted: Counted | null
  busy: boolean
  onClose: () => void
  onConfirm: (confirmed: number) => void
}

/** Nothing is switched on before the merchant has seen to how many it would have gone, and said yes. */
export function SwitchDialog({ open, name, counted, busy, onClose, onConfirm }: SwitchDialogProps) {
  useFocusReturn(open)
  return (
    <Modal
      open={open}
      onClose={onClose}
      title={words.confirmTitle(name)}
      primaryAction={{ content: words.switchOn, disabled: !counted, loading: busy, onAction: () => counted && onConfirm(counted.sent) }}
      secondaryActions={[{ content: words.cancel, onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {counted ? <Result counted={counted} /> : <Text as="p">{words.counting}</Text>}
          <Text as="p">{words.fromNow}</Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  )
}

interface CountCardProps {
  counted: Counted | null
  busy: boolean
  onCount: () => void
}

/** The same number without switching anything, also for settings that are not saved yet. */
export const CountCard = ({ counted, busy, onCount }: CountCardProps) => (
  <Layout.AnnotatedSection title={words.countedTitle}>
    <Card>
      <BlockStack gap="300" inlineAlign="start">
        <Button onClick={onCount} loading={busy}>
          {words.count}
        </Button>
        {counted ? <Result counted={counted} /> : null}
      </BlockStack>
    </Card>
  </Layout.AnnotatedSection>
)

const Result = ({ counted: { orders, sent, skipped, changed } }: { counted: Counted }) => (
  <BlockStack gap="200">
    {changed ? <Text as="p">{words.changed}</Text> : null}
    <Text as="p" fontWeight="semibold">
      {words.wouldHave(sent, orders)}
    </Text>
    <Text as="p" tone="subdued">
      {words.atMost}
    </Text>
    <Reasons reasons={Object.entries(skipped).map(([because, count]) => ({ because, count }))} />
  </BlockStack>
)
