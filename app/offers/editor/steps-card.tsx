import { BlockStack, Button, Card, Divider, InlineStack, Text } from '@shopify/polaris'
import { DeleteIcon, PlusCircleIcon } from '@shopify/polaris-icons'
import { useAppBridge } from '@shopify/app-bridge-react'
import { SeePreview } from '#app/ui/beside-preview.tsx'
import { DeliveryFields } from './delivery-fields.tsx'
import { useEditor } from './editor-state.tsx'
import { NextStep } from './next-step.tsx'
import { PriceFields } from './price-fields.tsx'
import type { StepDraft } from './step-draft.ts'
import { withoutStep, withStep } from './step-edits.ts'
import { StepItems } from './step-items.tsx'
import { StepNumbers, type StepFigures } from './step-numbers.tsx'
import { STEP_WORDS as words } from './step-words.ts'
import { WordingFields } from './wording-fields.tsx'

const AT_MOST = 6

export function StepsCards({ figures }: { figures: Readonly<Record<string, StepFigures>> }) {
  const { draft, change, problem } = useEditor()
  return (
    <BlockStack gap="400">
      {draft.steps.map((step, index) => (
        <StepCard key={step.id} index={index} step={step} figures={figures[step.id]} />
      ))}
      {problem('steps') ? (
        <div className="beside-cards">
          <Text as="p" tone="critical">
            {problem('steps')}
          </Text>
        </div>
      ) : null}
      {draft.steps.length < AT_MOST ? (
        <InlineStack>
          <div className="beside-cards">
            <Button icon={PlusCircleIcon} onClick={() => change(withStep)}>
              {draft.steps.length === 1 ? words.addSecond : words.addAnother}
            </Button>
          </div>
        </InlineStack>
      ) : null}
    </BlockStack>
  )
}

function StepCard({ index, step, figures }: { index: number; step: StepDraft; figures: StepFigures | undefined }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Title index={index} step={step} />
        <StepNumbers figures={figures} />
        <StepItems index={index} step={step} />
        <Part title={words.price}>
          <PriceFields index={index} step={step} />
          <DeliveryFields index={index} step={step} />
        </Part>
        <Part title={words.wording}>
          <WordingFields index={index} step={step} />
        </Part>
        <Divider />
        <InlineStack gap="400">
          <NextStep index={index} way="onAccept" />
          <NextStep index={index} way="onDecline" />
        </InlineStack>
      </BlockStack>
    </Card>
  )
}

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <BlockStack gap="300">
    <Divider />
    <Text as="h3" variant="headingSm">
      {title}
    </Text>
    {children}
  </BlockStack>
)

function Title({ index, step }: { index: number; step: StepDraft }) {
  const { draft, change } = useEditor()
  const shopify = useAppBridge()
  const remove = () => {
    const { steps } = draft
    change((now) => withoutStep(now, step.id))
    const undo = () => change((now) => ({ ...now, steps }))
    shopify.toast.show(words.deleted(index + 1), { action: words.undo, onAction: undo })
  }
  return (
    <InlineStack align="space-between" blockAlign="center" wrap={false}>
      <Text as="h2" variant="headingMd">
        {words.step(index + 1)}
      </Text>
      <InlineStack gap="200" blockAlign="center" wrap={false}>
        <SeePreview />
        {index > 0 ? (
          <Button icon={DeleteIcon} variant="tertiary" accessibilityLabel={words.deleteStep(index + 1)} onClick={remove} />
        ) : null}
      </InlineStack>
    </InlineStack>
  )
}
