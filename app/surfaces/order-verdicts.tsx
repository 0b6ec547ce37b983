import { Badge, BlockStack, Button, InlineStack, Link, Text } from '@shopify/polaris'
import { useState } from 'react'
import { Section } from './order-page.tsx'
import type { OrderView } from './order-view.ts'

const AT_FIRST = 6

/** The offers in the order in which they were asked; a long list waits behind a button. */
export function Verdicts({ verdicts, silence, unlisted }: Pick<OrderView, 'verdicts' | 'silence' | 'unlisted'>) {
  const [all, setAll] = useState(false)
  const hidden = all ? 0 : Math.max(0, verdicts.length - AT_FIRST)
  return (
    <Section title="Offers considered">
      {silence ? <Text as="p">{silence}</Text> : null}
      {verdicts.slice(0, verdicts.length - hidden).map((verdict) => (
        <Verdict key={verdict.offerId} {...verdict} />
      ))}
      {hidden > 0 ? (
        <InlineStack>
          <Button variant="plain" disclosure="down" onClick={() => setAll(true)}>
            {`Show the other ${hidden.toLocaleString('en')}`}
          </Button>
        </InlineStack>
      ) : unlisted > 0 ? (
        <Text as="p" tone="subdued">{`and ${unlisted.toLocaleString('en')} more that did not fit`}</Text>
      ) : null}
    </Section>
  )
}

const Verdict = ({ offerId, title, version, tone, verdict, because }: OrderView['verdicts'][number]) => (
  <BlockStack gap="100">
    <InlineStack gap="200" blockAlign="center">
      <Link url={`/offers/${offerId}`}>{title}</Link>
      <Badge {...(tone ? { tone } : {})}>{verdict}</Badge>
      <Text as="span" variant="bodySm" tone="subdued">{`version ${version}`}</Text>
    </InlineStack>
    {because ? <Text as="p">{because}</Text> : null}
  </BlockStack>
)
