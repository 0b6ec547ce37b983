import { BlockStack, Button, Card, ChoiceList, InlineStack, Text, TextField } from '@shopify/polaris'
import { useState } from 'react'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import type { useHeld } from '#app/ui/use-held.tsx'
import { LONGEST } from '../review.ts'
import type { PartProps } from './deeds.ts'
import type { ReviewView } from './review-view.ts'
import { words } from './words.ts'

const CHOICES = [
  { value: 'public', label: words.replyPublicly },
  { value: 'private', label: words.replyPrivately },
]

type ReplyProps = ReturnType<typeof useHeld<ReviewView>> & Omit<PartProps, 'review'> & { replying: boolean }

export function ReplyCard({ shown, conflict, opened, replying, busy, refused, onDeed }: ReplyProps) {
  const [text, setText] = useState(shown.reply)
  const [isPublic, setPublic] = useState(shown.replyPublic)
  const isEmpty = text.trim() === ''
  const same = isEmpty ? shown.reply === '' : text.trim() === shown.reply && isPublic === shown.replyPublic
  const save = (saved: string) => onDeed({ deed: 'reply', id: shown.id, text: saved, public: isPublic, opened: opened() })
  const discard = () => {
    setText(shown.reply)
    setPublic(shown.replyPublic)
  }
  return (
    <Card>
      <BlockStack gap="300">
        <UnsavedChanges open={!same} saving={busy} conflict={conflict} onSave={() => save(text)} onDiscard={discard} />
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
          <Button variant="primary" disabled={busy || isEmpty || same} onClick={() => save(text)}>
            {isPublic ? words.saveReply : words.sendReply}
          </Button>
          {shown.reply ? (
            <Button disabled={busy} onClick={() => save('')}>
              {words.removeReply}
            </Button>
          ) : null}
        </InlineStack>
      </BlockStack>
    </Card>
  )
}
