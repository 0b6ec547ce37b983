import { Button, InlineStack, Link, List, ProgressBar, Text } from '@shopify/polaris'
import { Section } from '#app/ui/section.tsx'
import { words } from './words.ts'

export interface MovingProps {
  total: number
  moved: number
  failures: number
  failed: readonly { reviewId: string; url: string; because: string }[]
  busy: boolean
  onAgain: () => void
}

/** Photos and videos on their way from the old app's address to the shop's own files, and those that stay behind, each with its reason. */
export function MovingCard({ total, moved, failures, failed, busy, onAgain }: MovingProps) {
  return (
    <Section title={words.mediaTitle} about={words.mediaAbout} gap="400">
      <ProgressBar progress={((moved + failures) / total) * 100} size="small" />
      <Text as="p">{words.mediaMoved(moved, total)}</Text>
      {failures > 0 ? (
        <>
          <Text as="p">{words.mediaFailed(failures)}</Text>
          <List>
            {failed.map(({ reviewId, url, because }) => (
              <List.Item key={`${reviewId} ${url}`}>
                <Link url={`/reviews/${reviewId}`}>{words.photoOf}</Link>: {words.photoProblems[because] ?? because}{' '}
                <Text as="span" tone="subdued" breakWord>
                  {url}
                </Text>
              </List.Item>
            ))}
          </List>
        </>
      ) : null}
      {moved < total ? (
        <InlineStack>
          <Button loading={busy} onClick={onAgain}>
            {failures > 0 ? words.mediaAgain : words.mediaNow}
          </Button>
        </InlineStack>
      ) : null}
    </Section>
  )
}
