import { BlockStack, Button, Card, InlineStack, Text } from '@shopify/polaris'
import { DeleteIcon, PlusCircleIcon } from '@shopify/polaris-icons'
import { DiscountFields } from './discount-fields.tsx'
import { emptyStep, nextStepId, type OfferDraft } from './draft.ts'
import { useEditor } from './editor-state.tsx'
import { NextStep } from './next-step.tsx'
import { StepNumbers, type StepFigures } from './step-numbers.tsx'
import { StepProducts } from './step-products.tsx'
import { WordingFields } from './wording-fields.tsx'

const AT_MOST = 6

/** Ways that led to a removed step lead to the end instead. */
export function withoutStep(draft: OfferDraft, id: string): OfferDraft {
  const cut = (next: string | null) => (next === id ? null : next)
  const rest = draft.steps.filter((step) => step.id !== id)
  return { ...draft, steps: rest.map((step) => ({ ...step, onAccept: cut(step.onAccept), onDecline: cut(step.onDecline) })) }
}

/** The new step is where a decline of the first step without one leads, as most second steps are a cheaper try. */
export function withStep(draft: OfferDraft): OfferDraft {
  const id = nextStepId(draft.steps)
  const from = draft.steps.findLastIndex((step) => step.onDecline === null)
  const steps = draft.steps.map((step, index) => (index === from ? { ...step, onDecline: id } : step))
  return { ...draft, steps: [...steps, emptyStep(id)] }
}

export function StepsCards({ figures }: { figures: Readonly<Record<string, StepFigures>> }) {
  const { draft, change, problem } = useEditor()
  return (
    <BlockStack gap="400">
      {draft.steps.map((step, index) => (
        <StepCard key={step.id} index={index} figures={figures[step.id]} />
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
              {draft.steps.length === 1 ? 'Add a second step, as after a decline' : 'Add another step'}
            </Button>
          </div>
        </InlineStack>
      ) : null}
    </BlockStack>
  )
}

function StepCard({ index, figures }: { index: number; figures: StepFigures | undefined }) {
  const { draft, change } = useEditor()
  const step = draft.steps[index]
  if (!step) return null
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" wrap={false}>
          <Text as="h2" variant="headingMd">
            {index === 0 ? 'Step 1: what the shopper is offered' : `Step ${index + 1}`}
          </Text>
          {index > 0 ? (
            <Button
              icon={DeleteIcon}
              variant="tertiary"
              accessibilityLabel={`Delete step ${index + 1}`}
              onClick={() => change((now) => withoutStep(now, step.id))}
            />
          ) : null}
        </InlineStack>
        <StepNumbers figures={figures} />
        <StepProducts index={index} step={step} />
        <DiscountFields index={index} step={step} />
        <WordingFields index={index} step={step} />
        <InlineStack gap="400">
          <NextStep index={index} way="onAccept" />
          <NextStep index={index} way="onDecline" />
        </InlineStack>
      </BlockStack>
    </Card>
  )
}
