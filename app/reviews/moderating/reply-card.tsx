import { BlockStack, Button, Card, ChoiceList, InlineStack, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { LONGEST } from '../review.ts'
import type { PartProps } from './deeds.ts'
import { words } from './words.ts'

const CHOICES = [
  { value: 'public', label: words.replyPublicly },
  { value: 'private', label: words.replyPrivately },
]

export function ReplyCard({ review, replying, busy, refused, onDeed }: PartProps & { replying: boolean }) {
  const [text, setText] = useState(review.reply)
  const [isPublic, setPublic] = useState(review.replyPublic)
  const same = text === review.reply && isPublic === review.replyPublic
  const save = (saved: string) => onDeed({ deed: 'reply', id: review.id, text: saved, public: isPublic })
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.replyTitle}
        </Text>
        <TextField
          label={words.replyLabel}
          value={text}
          onChange={setText}
          multiline={3}
          maxLength={LONGEST.reply}
          autoComplete="off"
          autoFocus={replying}
          error={refused === 'no-address' ? words.noAddress : false}
        />
        <ChoiceList
          title={words.replyTo}
          choices={CHOICES}
          selected={[isPublic ? 'public' : 'private']}
          onChange={([chosen]) => setPublic(chosen !== 'private')}
        />
        <InlineStack gap="200">
          <Button variant="primary" disabled={busy || text.trim() === '' || same} onClick={() => save(text)}>
            {isPublic ? words.saveReply : words.sendReply}
          </Button>
          {review.reply ? (
            <Button disabled={busy} onClick={() => save('')}>
              {words.removeReply}
            </Button>
          ) : null}
        </InlineStack>
      </BlockStack>
    </Card>
  )
}
