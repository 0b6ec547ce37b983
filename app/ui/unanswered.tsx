import { Button, InlineStack, Text } from '@shopify/polaris'
import type { Question } from './use-answer.tsx'
import { words } from './words.ts'

/** Beneath what waits for an answer: why there is none, said aloud too, and a way to ask again. */
export const Unanswered = ({ unanswered, again }: Pick<Question<unknown>, 'unanswered' | 'again'>) => (
  <div role="status">
    {unanswered ? (
      <InlineStack gap="200" blockAlign="center">
        <Text as="p" tone="critical">
          {words.unanswered[unanswered]}
        </Text>
        <Button variant="plain" onClick={again}>
          {words.askAgain}
        </Button>
      </InlineStack>
    ) : null}
  </div>
)
