/** @jsxImportSource preact */
import type { Api } from '@shopify/ui-extensions/admin.customer-details.block.render'
import { useEffect, useState } from 'preact/hooks'
import { readReviews } from './answer.ts'
import type { Answer } from './answer.ts'

const api = (): Api => (globalThis as unknown as { shopify: Api }).shopify
const say = (key: string): string => api().i18n.translate(key)

/** What Encore knows of the reviews of the customer whose page it is. */
export function Block() {
  const customer = api().data.selected[0]?.id ?? ''
  const [answer, setAnswer] = useState<Answer | 'failed' | null>(null)
  const read = () => {
    setAnswer(null)
    void readReviews(customer).then(setAnswer)
  }
  useEffect(read, [customer])
  return <s-admin-block heading={say('heading')}>{shown(answer, read)}</s-admin-block>
}

function shown(answer: Answer | 'failed' | null, read: () => void) {
  if (answer === null) return <s-spinner accessibilityLabel={say('loading')} />
  return answer === 'failed' ? <Failed onAgain={read} /> : <Told answer={answer} />
}

const Failed = ({ onAgain }: { onAgain: () => void }) => (
  <s-stack gap="base">
    <s-text>{say('failed')}</s-text>
    <s-button onClick={onAgain}>{say('again')}</s-button>
  </s-stack>
)

const Told = ({ answer: { summary, request, reviews, codes } }: { answer: Answer }) => (
  <s-stack gap="base">
    <s-text type="strong">{summary}</s-text>
    {request === null ? null : <s-text color="subdued">{request}</s-text>}
    {reviews.map((review) => (
      <Review key={review.id} review={review} />
    ))}
    {codes.length === 0 ? null : <s-heading>{say('codes')}</s-heading>}
    {codes.map(({ code, says }) => (
      <s-stack key={code} direction="inline" gap="small">
        <s-text type="strong">{code}</s-text>
        <s-text color="subdued">{says}</s-text>
      </s-stack>
    ))}
    <s-link href="app:reviews">{say('all')}</s-link>
  </s-stack>
)

const Review = ({ review: { id, product, rating, text, state, waits, when } }: { review: Answer['reviews'][number] }) => (
  <s-stack gap="small-300">
    <s-stack direction="inline" gap="small" alignItems="center">
      <s-text type="strong">{rating}</s-text>
      <s-link href={`app:reviews/${id}`}>{product}</s-link>
      <s-badge tone={waits ? 'warning' : 'neutral'}>{state}</s-badge>
    </s-stack>
    <s-text>{text}</s-text>
    <s-text color="subdued">{when}</s-text>
  </s-stack>
)
