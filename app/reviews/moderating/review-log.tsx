import { BlockStack, Card, Text } from '@shopify/polaris'
import { DownloadButton } from '#app/ui/download-button.tsx'
import type { ReviewView } from './review-view.ts'
import { Stars } from './stars.tsx'
import { words } from './words.ts'

export const LogCard = ({ review: { id, log } }: { review: ReviewView }) => (
  <Card>
    <BlockStack gap="300">
      <Text as="h2" variant="headingMd">
        {words.log}
      </Text>
      <ol className="timeline">
        {log.map((entry) => (
          <li key={entry.id}>
            <Text as="span">{`${entry.what} ${entry.who}`}</Text>
            {entry.detail ? (
              <Text as="p" variant="bodySm">
                {entry.detail}
              </Text>
            ) : null}
            <Text as="p" variant="bodySm" tone="subdued">
              {entry.when}
            </Text>
          </li>
        ))}
      </ol>
      <DownloadButton address={`/reviews/${id}/audit`} name={`review-${id}.csv`} label={words.downloadLabel}>
        {words.download}
      </DownloadButton>
    </BlockStack>
  </Card>
)

export const HistoryCard = ({ review: { versions } }: { review: ReviewView }) =>
  versions.length === 0 ? null : (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {words.history}
        </Text>
        {versions.map(({ version, rating, title, body, until }) => (
          <BlockStack key={version} gap="100">
            <Stars rating={rating} />
            {title ? (
              <Text as="p" fontWeight="semibold">
                {title}
              </Text>
            ) : null}
            <p className="review-text whole" dir="auto">
              {body}
            </p>
            <Text as="p" variant="bodySm" tone="subdued">
              {until}
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  )
