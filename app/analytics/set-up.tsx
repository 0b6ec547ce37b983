import { BlockStack, Box, Button, Icon, InlineStack, ProgressBar, Text } from '@shopify/polaris'
import { CheckCircleIcon, ClockIcon } from '@shopify/polaris-icons'
import { Section } from '#app/ui/section.tsx'
import type { SetUpFacts, SetUpState, SetUpStep } from './set-up.ts'
import { homeWords } from './home-words.ts'

const TITLES: Record<SetUpStep, string> = {
  sync: homeWords.stepSync,
  create: homeWords.stepCreate,
  pick: homeWords.stepPick,
  activate: homeWords.stepActivate,
}

export function SetUp({ state }: { state: SetUpState }) {
  const done = state.steps.filter((step) => step.done).length
  return (
    <Section title={homeWords.setUpTitle} about={homeWords.stepsDone(done, state.steps.length)} gap="400">
      {state.steps.map(({ step, done }) => (
        <StepRow key={step} step={step} done={done} next={step === state.next} facts={state.facts} />
      ))}
    </Section>
  )
}

function StepRow({ step, done, next, facts }: { step: SetUpStep; done: boolean; next: boolean; facts: SetUpFacts }) {
  return (
    <InlineStack gap="300" blockAlign="start" wrap={false}>
      <Box>
        <Icon
          source={done ? CheckCircleIcon : ClockIcon}
          tone={done ? 'success' : 'subdued'}
          accessibilityLabel={done ? homeWords.done : homeWords.toDo}
        />
      </Box>
      <div className="grow">
        <BlockStack gap="200">
          <Text as="h3" fontWeight={next ? 'semibold' : 'regular'} {...(done ? { tone: 'subdued' as const } : {})}>
            {TITLES[step]}
          </Text>
          {step === 'sync' && !done ? <Progress sync={facts.sync} /> : null}
          {next ? <WhatToDo step={step} /> : null}
        </BlockStack>
      </div>
    </InlineStack>
  )
}

function Progress({ sync }: { sync: SetUpFacts['sync'] }) {
  if (sync.state === 'failed')
    return (
      <Text as="p" tone="critical">
        {homeWords.syncStopped(sync.reason ?? homeWords.noReason)}
      </Text>
    )
  return (
    <BlockStack gap="100">
      <ProgressBar progress={sync.percent} size="small" ariaLabelledBy="sync-progress" />
      <Text as="p" variant="bodySm" tone="subdued" id="sync-progress">
        {homeWords.syncSoFar(sync.percent)}
      </Text>
    </BlockStack>
  )
}

function WhatToDo({ step }: { step: SetUpStep }) {
  if (step === 'pick') return <PickEncore />
  if (step === 'sync') return null
  const { text, label, url } = WHAT_TO_DO[step]
  return (
    <BlockStack gap="200">
      <Text as="p">{text}</Text>
      <InlineStack>
        <Button variant="primary" url={url}>
          {label}
        </Button>
      </InlineStack>
    </BlockStack>
  )
}

const WHAT_TO_DO = {
  create: {
    text: homeWords.createExplained,
    label: homeWords.createOffer,
    url: '/offers/templates',
  },
  activate: { text: homeWords.activateExplained, label: homeWords.openOffers, url: '/offers' },
} as const

const PickEncore = () => (
  <BlockStack gap="200">
    <Text as="p">{homeWords.pickExplained}</Text>
    <InlineStack>
      <Button variant="primary" url="shopify://admin/settings/checkout" target="_top">
        {homeWords.openCheckoutSettings}
      </Button>
    </InlineStack>
  </BlockStack>
)
