import { BlockStack, ChoiceList, Modal, Text } from '@shopify/polaris'
import { useState } from 'react'
import { useFocusReturn } from '#app/ui/use-focus-return.tsx'
import { HIDE_REASONS, type HideReason } from '../review.ts'
import { words } from './words.ts'

interface HideDialogProps {
  ids: readonly string[]
  onClose: () => void
  onHide: (ids: readonly string[], reason: HideReason) => void
}

const CHOICES = HIDE_REASONS.map((value) => ({ value, label: words.hiddenFor[value] }))

/** Nothing is hidden without a reason, and “negative” is none (R5). */
export function HideDialog({ ids, onClose, onHide }: HideDialogProps) {
  const [reason, setReason] = useState<HideReason | null>(null)
  useFocusReturn(ids.length > 0)
  const close = () => {
    setReason(null)
    onClose()
  }
  const hide = () => {
    if (reason) onHide(ids, reason)
    close()
  }
  return (
    <Modal
      open={ids.length > 0}
      title={words.hideTitle(ids.length)}
      onClose={close}
      primaryAction={{ content: words.hide, destructive: true, disabled: reason === null, onAction: hide }}
      secondaryActions={[{ content: words.cancel, onAction: close }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          <ChoiceList
            title={words.hideWhy}
            choices={CHOICES}
            selected={reason ? [reason] : []}
            onChange={([chosen]) => setReason((chosen as HideReason | undefined) ?? null)}
          />
          <Text as="p" tone="subdued">
            {words.hideLaw}
          </Text>
        </BlockStack>
      </Modal.Section>
    </Modal>
  )
}
