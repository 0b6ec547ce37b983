import { Button, InlineError, InlineStack, BlockStack, Tag } from '@shopify/polaris'
import { words } from './words.ts'

interface ChosenProps {
  items: readonly { id: string; title: string }[]
  choose: string
  error: string | false
  fieldId: string
  onChoose: () => void
  onRemove: (id: string) => void
}

const SHOWN = 12

/** What a picker has chosen, as tags that can be taken away, with the button that opens the picker. */
export function Chosen({ items, choose, error, fieldId, onChoose, onRemove }: ChosenProps) {
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center" wrap>
        {items.slice(0, SHOWN).map(({ id, title }) => (
          <Tag key={id} onRemove={() => onRemove(id)}>
            {title}
          </Tag>
        ))}
        {items.length > SHOWN ? <span>{words.andMore(items.length - SHOWN)}</span> : null}
        <Button onClick={onChoose} id={fieldId} {...(error ? { ariaDescribedBy: `${fieldId}Error` } : {})}>
          {choose}
        </Button>
      </InlineStack>
      {error ? <InlineError message={error} fieldID={fieldId} /> : null}
    </BlockStack>
  )
}
