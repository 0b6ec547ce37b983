import { Badge, BlockStack, Button, Card, InlineStack, Layout, Link, Page, Text } from '@shopify/polaris'
import { useState } from 'react'
import type { HideReason } from '../review.ts'
import { useHeld } from '#app/ui/use-held.tsx'
import type { Answer, PartProps } from './deeds.ts'
import { HideDialog } from './hide-dialog.tsx'
import { RedactCard } from './redact-card.tsx'
import { ReplyCard } from './reply-card.tsx'
import { HistoryCard, LogCard } from './review-log.tsx'
import type { ReviewView } from './review-view.ts'
import { Stars } from './stars.tsx'
import { words } from './words.ts'

export interface ReviewPageProps extends PartProps {
  /** The merchant came to reply. */
  replying: boolean
  /** What came of the last deed. */
  answer: Answer | undefined
}

export function ReviewPage({ review, replying, answer, busy, refused, onDeed }: ReviewPageProps) {
  const [hiding, setHiding] = useState<readonly string[]>([])
  const reply = useHeld(review, answer)
  const { id, state, featured } = review
  const hide = (ids: readonly string[], reason: HideReason) => onDeed({ deed: 'hide', ids: [...ids], reason })
  const actions = [
    ...(state === 'published'
      ? [
          {
            content: featured ? words.unfeature : words.feature,
            disabled: busy,
            onAction: () => onDeed({ deed: 'feature', ids: [id], on: !featured }),
          },
        ]
      : []),
    ...(state === 'hidden' ? [] : [{ content: words.hide, disabled: busy, onAction: () => setHiding([id]) }]),
  ]
  const publish = { content: words.publish, disabled: busy, onAction: () => onDeed({ deed: 'publish', ids: [id] }) }
  return (
    <Page
      title={words.review(review.author)}
      backAction={{ content: words.back, url: '/reviews' }}
      secondaryActions={actions}
      {...(state === 'published' ? {} : { primaryAction: publish })}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <WrittenCard review={review} />
            <ReplyCard key={reply.shown.opened} {...{ ...reply, replying, busy, refused, onDeed }} />
            <RedactCard key={`redact ${review.title} ${review.body}`} {...{ review, busy, refused, onDeed }} />
            <HistoryCard review={review} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <BlockStack gap="400">
            <FactsCard review={review} />
            <LogCard review={review} />
          </BlockStack>
        </Layout.Section>
      </Layout>
      <HideDialog ids={hiding} onClose={() => setHiding([])} onHide={hide} />
    </Page>
  )
}

function WrittenCard({ review }: { review: ReviewView }) {
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Stars rating={review.rating} />
          {review.badges.map(({ text, tone }) => (
            <Badge key={text} {...(tone && { tone })}>
              {text}
            </Badge>
          ))}
        </InlineStack>
        <Text as="h2" variant="headingMd" breakWord>
          {review.title || words.noTitle}
        </Text>
        <p className="review-text whole" dir="auto">
          {review.body}
        </p>
        {review.because ? (
          <Text as="p" tone="caution">
            {review.because}
          </Text>
        ) : null}
        {review.recommends ? <Text as="p">{review.recommends}</Text> : null}
        {review.answers.map(({ question, answer }) => (
          <div key={question}>
            <Text as="p" fontWeight="semibold">
              {question}
            </Text>
            <p dir="auto">{answer}</p>
          </div>
        ))}
        <Pictures media={review.media} />
      </BlockStack>
    </Card>
  )
}

const Pictures = ({ media }: Pick<ReviewView, 'media'>) =>
  media.length === 0 ? null : (
    <InlineStack gap="300">
      {media.map(({ id, kind, url }, index) =>
        url === null ? (
          <Badge key={id}>{`${kind === 'video' ? words.video : words.photo(index + 1)}, ${words.beingStored}`}</Badge>
        ) : kind === 'video' ? (
          <video key={id} className="review-picture large" src={url} controls preload="none" aria-label={words.video} />
        ) : (
          <a key={id} href={url} target="_blank" rel="noreferrer">
            <img className="review-picture large" src={url} alt={words.photo(index + 1)} loading="lazy" />
          </a>
        ),
      )}
    </InlineStack>
  )

const Fact = ({ name, children }: { name: string; children: string }) => (
  <Text as="p">
    <span className="fact">{name}</span> {children}
  </Text>
)

const FactsCard = ({ review: { product, productId, order, email, language, source, when } }: { review: ReviewView }) => (
  <Card>
    <BlockStack gap="200">
      <Text as="h2" variant="headingMd">
        {words.facts}
      </Text>
      <Link url={`/reviews?product=${productId}`}>{product}</Link>
      {order ? (
        <Button url={`/orders/${order.id}`} variant="plain" textAlign="start">
          {`${words.order} ${order.name}`}
        </Button>
      ) : (
        <Text as="p" tone="subdued">
          {words.noOrder}
        </Text>
      )}
      <Text as="p">{words.written(when)}</Text>
      <Fact name={words.source}>{source}</Fact>
      <Fact name={words.language}>{language}</Fact>
      {email ? <Fact name={words.email}>{email}</Fact> : null}
    </BlockStack>
  </Card>
)
