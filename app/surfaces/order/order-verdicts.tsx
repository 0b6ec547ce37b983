import { Badge, BlockStack, Button, InlineStack, Link, Text } from '@shopify/polaris'
import { useState } from 'react'
import { Section } from '#app/ui/section.tsx'
import { TRACE_WORDS as words } from './order-trace-words.ts'
import type { OrderView, VerdictView } from './order-view.ts'
import type { TraceView } from './trace-view.ts'

const AT_FIRST = 6

type Listed = Pick<OrderView, 'verdicts' | 'unlisted'>

export const Verdicts = ({ silence, ...listed }: Listed & Pick<OrderView, 'silence'>) => (
  <Section title={words.considered}>
    {silence ? <Text as="p">{silence}</Text> : null}
    <VerdictList {...listed} />
  </Section>
)

/** The offers in the order in which they were asked; a long list waits behind a button. */
export function VerdictList({ verdicts, unlisted }: Listed) {
  const [all, setAll] = useState(false)
  const hidden = all ? 0 : Math.max(0, verdicts.length - AT_FIRST)
  return (
    <BlockStack gap="300">
      {verdicts.slice(0, verdicts.length - hidden).map((verdict) => (
        <Verdict key={verdict.offerId} {...verdict} />
      ))}
      {hidden > 0 ? (
        <InlineStack>
          <Button variant="plain" disclosure="down" onClick={() => setAll(true)}>
            {words.more(hidden.toLocaleString('en'))}
          </Button>
        </InlineStack>
      ) : unlisted > 0 ? (
        <Text as="p" tone="subdued">
          {words.unlisted(unlisted.toLocaleString('en'))}
        </Text>
      ) : null}
    </BlockStack>
  )
}

const Verdict = ({ offerId, title, version, tone, verdict, because, trace }: VerdictView) => (
  <div className="verdict">
    <BlockStack gap="100">
      <InlineStack gap="200" blockAlign="center">
        <Link url={`/offers/${offerId}`}>{title}</Link>
        <Badge {...(tone ? { tone } : {})}>{verdict}</Badge>
        <Link url={`/offers/${offerId}/versions/${version}`} accessibilityLabel={words.openVersion(title, version)} monochrome>
          {words.version(version)}
        </Link>
      </InlineStack>
      {because ? <Text as="p">{because}</Text> : null}
      {trace ? <Trace trace={trace} /> : null}
    </BlockStack>
  </div>
)

const Trace = ({ trace }: { trace: TraceView }) =>
  trace.inner.length === 0 ? (
    <Text as="p" tone="subdued">
      {words.everybody}
    </Text>
  ) : (
    <details>
      <summary>{words.rules}</summary>
      <ul className="trace">
        <Rule {...trace} />
      </ul>
    </details>
  )

const TONES = { yes: { tone: 'success' }, no: {}, 'not-known': { tone: 'attention' } } as const

const Rule = ({ says, state, missing, inner }: TraceView) => (
  <li>
    <InlineStack gap="200" blockAlign="center">
      <Badge {...TONES[state]} size="small">
        {words.state[state]}
      </Badge>
      <Text as="span" breakWord>
        {says}
      </Text>
    </InlineStack>
    {missing ? (
      <Text as="p" variant="bodySm" tone="subdued">
        {words.notKnown(missing)}
      </Text>
    ) : null}
    {inner.length > 0 ? (
      <ul className="trace">
        {inner.map((rule, index) => (
          <Rule key={index} {...rule} />
        ))}
      </ul>
    ) : null}
  </li>
)
