import { BlockStack, Button, Card, Collapsible, InlineStack, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import type { PartProps } from './deeds.ts'
import { words } from './words.ts'

export function RedactCard({ review, busy, refused, onDeed }: PartProps) {
  const [open, setOpen] = useState(false)
  const [title, setTitle] = useState(review.title)
  const [body, setBody] = useState(review.body)
  const same = title === review.title && body === review.body
  const problem = refused === 'adds-words' ? words.addsWords : false
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="start">
          <Button
            variant="plain"
            disclosure={open ? 'up' : 'down'}
            ariaExpanded={open}
            ariaControls="redact"
            onClick={() => setOpen(!open)}
          >
            {words.redactTitle}
          </Button>
        </InlineStack>
        <Collapsible id="redact" open={open}>
          <BlockStack gap="300">
            <Text as="p" tone="subdued">
              {words.redactHint}
            </Text>
            <TextField label={words.redactName} value={title} onChange={setTitle} autoComplete="off" />
            <TextField label={words.redactBody} value={body} onChange={setBody} multiline={4} autoComplete="off" error={problem} />
            <InlineStack>
              <Button disabled={busy || same} onClick={() => onDeed({ deed: 'redact', id: review.id, title, body })}>
                {words.saveRedacted}
              </Button>
            </InlineStack>
          </BlockStack>
        </Collapsible>
      </BlockStack>
    </Card>
  )
}
