import { Badge, BlockStack, Box, Button, InlineStack, Link, Text } from '@shopify/polaris'
import { useState, type ReactNode } from 'react'
import { Section } from '#app/ui/section.tsx'
import { Unanswered } from '#app/ui/unanswered.tsx'
import { useAnswer } from '#app/ui/use-answer.tsx'
import { LATER_WORDS } from './later-words.ts'
import { VerdictList } from './order-verdicts.tsx'
import type { PlaceReplayed, ReplayView } from './replay.ts'
import { REPLAY_WORDS as words, STEP_WORDS } from './replay-words.ts'

/** Decides the order's purchase once more on every place, among the offers of today. */
export function Replay({ orderId }: { orderId: string }) {
  const [wanted, want] = useState(false)
  const { answer: data, ...question } = useAnswer<{ replay: ReplayView | null }>(wanted ? `/orders/${orderId}/replay` : null)
  return (
    <Section title={words.title} about={words.about}>
      <InlineStack>
        <Button loading={question.asking && !question.unanswered} onClick={() => (wanted ? question.again() : want(true))}>
          {data ? words.again : words.button}
        </Button>
      </InlineStack>
      <Unanswered {...question} />
      <div aria-live="polite">
        {data ? (
          <Text as="p" fontWeight="semibold">
            {data.replay?.summary ?? words.lost}
          </Text>
        ) : null}
      </div>
      {data?.replay ? (
        <>
          <BlockStack gap="300">
            {data.replay.places.map((place) => (
              <Place key={place.surface} {...place} />
            ))}
          </BlockStack>
          <Text as="p" variant="bodySm" tone="subdued">
            {words.assumes}
          </Text>
        </>
      ) : null}
    </Section>
  )
}

const Place = ({ surface, change, before, today, settings, differences, otherSteps, steps, verdicts, unlisted }: PlaceReplayed) => (
  <div className="verdict">
    <BlockStack gap="150">
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {surface}
        </Text>
        <Badge {...(change === 'other' || change === 'steps' ? { tone: 'attention' } : {})}>{words.change[change]}</Badge>
      </InlineStack>
      <dl className="then-today">
        <dt>{before === today ? words.beforeAndToday : words.before}</dt>
        <dd>{before}</dd>
        {before === today ? null : (
          <>
            <dt>{words.today}</dt>
            <dd>
              {today}{' '}
              {settings ? (
                <Link url={settings} accessibilityLabel={LATER_WORDS.changeLabel(surface)}>
                  {LATER_WORDS.change}
                </Link>
              ) : null}
            </dd>
          </>
        )}
      </dl>
      {change === 'other' ? <Differences says={words.because} differences={differences} /> : null}
      <Differences says={words.steps} differences={otherSteps} />
      {steps.length > 0 ? <Steps surface={surface} steps={steps} /> : null}
      {verdicts.length > 0 ? (
        <Considered {...{ surface, verdicts, unlisted }}>
          {change === 'same' || change === 'steps' ? <Differences says={words.besides} differences={differences} /> : null}
        </Considered>
      ) : null}
    </BlockStack>
  </div>
)

const Steps = ({ surface, steps }: Pick<PlaceReplayed, 'surface' | 'steps'>) => (
  <details>
    <summary aria-label={STEP_WORDS.summaryAt(steps.length, surface)}>{STEP_WORDS.summary(steps.length)}</summary>
    <Box paddingBlockStart="200">
      <ol className="plain-list">
        {steps.map(({ title, says }) => (
          <li key={title}>
            <Text as="p">{title}</Text>
            {says.map((line) => (
              <Text key={line} as="p" tone="subdued">
                {line}
              </Text>
            ))}
          </li>
        ))}
      </ol>
    </Box>
  </details>
)

type ConsideredProps = Pick<PlaceReplayed, 'surface' | 'verdicts' | 'unlisted'> & { children: ReactNode }

const Considered = ({ surface, verdicts, unlisted, children }: ConsideredProps) => {
  const count = (verdicts.length + unlisted).toLocaleString('en')
  return (
    <details>
      <summary aria-label={words.consideredAt(count, surface)}>{words.considered(count)}</summary>
      <Box paddingBlockStart="200">
        <BlockStack gap="300">
          {children}
          <VerdictList verdicts={verdicts} unlisted={unlisted} />
        </BlockStack>
      </Box>
    </details>
  )
}

const Differences = ({ says, differences }: { says: string; differences: readonly string[] }) =>
  differences.length > 0 ? (
    <BlockStack gap="100">
      <Text as="p" tone="subdued">
        {says}
      </Text>
      <ul className="plain-list">
        {differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
    </BlockStack>
  ) : null
