import { BlockStack, Modal, Text } from '@shopify/polaris'
import { useFocusReturn } from '#app/ui/use-focus-return.tsx'
import { EXPERIMENT_WORDS } from './experiment-words.ts'
import type { SideRow } from './experiment-view.ts'

const words = EXPERIMENT_WORDS.running

interface EndDialogProps {
  rows: readonly SideRow[]
  keep: string | null // which of them; null: the dialog is closed
  early: boolean // nobody can tell yet which earns more
  busy: boolean
  onClose: () => void
  onEnd: (keep: string) => void
}

/** Says what ending a test does before it does it. */
export function EndDialog({ rows, keep, early, busy, onClose, onEnd }: EndDialogProps) {
  useFocusReturn(keep !== null)
  const kept = rows.find(({ id }) => id === keep)
  const other = rows.find(({ id }) => id !== keep)
  if (!kept || !other) return null
  return (
    <Modal
      open
      onClose={onClose}
      title={words.keepTitle(kept.letter, kept.title)}
      primaryAction={{ content: words.keep(kept.letter), loading: busy, onAction: () => onEnd(kept.id) }}
      secondaryActions={[{ content: words.cancel, onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="200">
          <Text as="p">{words.keepText(other.title)}</Text>
          {early ? <Text as="p">{words.early}</Text> : null}
        </BlockStack>
      </Modal.Section>
    </Modal>
  )
}
