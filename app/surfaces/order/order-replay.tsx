import { useFetcher } from '@remix-run/react'
import { BlockStack, Button, InlineStack, Text } from '@shopify/polaris'
import { Section } from '#app/ui/section.tsx'
import { TRACE_WORDS as words } from './order-trace-words.ts'
import type { ReplayView } from './replay.ts'

/** Decides the order's purchase once more, among the offers of today. */
export function Replay({ orderId }: { orderId: string }) {
  const { load, state, data } = useFetcher<{ replay: ReplayView | null }>({ key: `replay-${orderId}` })
  return (
    <Section title={words.replay}>
      <Text as="p" tone="subdued">
        {words.replayAbout}
      </Text>
      <InlineStack>
        <Button loading={state !== 'idle'} onClick={() => load(`/orders/${orderId}/replay`)}>
          {data ? words.replayAgain : words.replayButton}
        </Button>
      </InlineStack>
      <div aria-live="polite">{data ? data.replay ? <Told {...data.replay} /> : <Text as="p">{words.lost}</Text> : null}</div>
    </Section>
  )
}

const Told = ({ same, before, today, differences }: ReplayView) => (
  <BlockStack gap="200">
    <Text as="p" fontWeight="semibold">
      {same ? words.same(today) : words.other(today)}
    </Text>
    {same ? null : <Text as="p">{words.saw(before)}</Text>}
    {differences.length > 0 ? (
      <>
        {same ? null : <Text as="p">{words.because}</Text>}
        <ul className="plain-list">
          {differences.map((difference) => (
            <li key={difference}>{difference}</li>
          ))}
        </ul>
      </>
    ) : null}
  </BlockStack>
)
