import { BlockStack, Select } from '@shopify/polaris'
import { Unanswered } from '#app/ui/unanswered.tsx'
import { useAnswer } from '#app/ui/use-answer.tsx'
import { formatMoney } from '#app/values/money.ts'
import type { PlanPrice } from '../plan-price.ts'
import type { Terms } from './draft.ts'
import { useEditor } from './editor-state.tsx'
import type { StepDraft } from './step-draft.ts'
import { STEP_WORDS as words } from './step-words.ts'

/** A plan of the shop as Shopify tells it at this moment. */
interface Plan {
  id: string
  name: string
  group: string
  price: PlanPrice | null
  payment: 'each-delivery' | 'ahead' | 'later'
}
interface PlanPickerProps {
  index: number
  step: StepDraft
  onChoose: (plan: { sellingPlanId: string; name: string }) => void
}

/** One of the plans by which all that the step offers is sold, in the groups into which the shop sorts them. */
export function PlanPicker({ index, step, onChoose }: PlanPickerProps) {
  const { field, terms } = useEditor()
  const { plans, ...question } = usePlans(askedOf(step))
  const chosen = step.subscription?.sellingPlanId ?? ''
  const plan = plans?.find(({ id }) => id === chosen)
  const path = `steps.${index}.subscription.sellingPlanId`
  const { error, onBlur } = field(path)
  const choose = (id: string) => {
    const picked = plans?.find((one) => one.id === id)
    if (picked) onChoose({ sellingPlanId: picked.id, name: picked.name })
  }
  const groups = [...Map.groupBy(plans ?? [], ({ group }) => group)]
  return (
    <BlockStack gap="100">
      <Select
        id={path}
        label={words.plan}
        options={[
          { value: '', label: words.planPick, disabled: true },
          ...(chosen && !plan ? [{ value: chosen, label: step.subscription?.name || words.planUnknown }] : []),
          ...groups.map(([title, of]) => ({
            title,
            options: of.map(({ id, name, payment }) => ({
              value: id,
              label: words.planLabels[payment](name),
              disabled: payment !== 'each-delivery',
            })),
          })),
        ]}
        value={chosen}
        disabled={!plans?.length && !chosen}
        onChange={choose}
        onBlur={onBlur}
        error={error || (plans && chosen ? whyNot(plan) : false)}
        helpText={sayPrice(plan, terms) ?? sayWhatThereIs(step, plans, question.asking)}
      />
      <Unanswered {...question} />
    </BlockStack>
  )
}

/** Why the step cannot be sold by what was chosen; false: it can. */
const whyNot = (plan: Plan | undefined): string | false => (plan ? words.planRefused[plan.payment] : words.planNotTheirs)

/** What the plan makes of the price, which the shopper is asked to pay before the offer's discount. */
function sayPrice(plan: Plan | undefined, { currency }: Terms): string | null {
  if (!plan) return null
  const { price } = plan
  const { listed, percent, off, each } = words.planPrices
  if (!price) return words.planPrice(listed)
  if (price.kind === 'percentage') return words.planPrice(percent(price.percent))
  const money = formatMoney({ amount: price.amount, currency }, 'en')
  return words.planPrice(price.kind === 'price' ? each(money) : off(money))
}

function sayWhatThereIs(step: StepDraft, plans: readonly Plan[] | null, asking: boolean): string {
  if (!askedOf(step)) return words.planFirst
  if (!plans) return asking ? words.plansLoading : words.planHint
  if (plans.some(({ payment }) => payment !== 'each-delivery')) return words.planHintRefused
  return plans.length === 0 ? words.noPlan : words.planHint
}

/** What the step offers, as the question for its plans; null while that is open. */
function askedOf({ kind, products, best }: StepDraft): string | null {
  if (kind === 'best' && best.from === 'collection') return best.collectionId ? `collection=${best.collectionId}` : null
  const ids = kind === 'best' ? best.productIds : products.map(({ productId }) => productId)
  return ids.length > 0 ? `products=${[...new Set(ids)].join(',')}` : null
}

function usePlans(asked: string | null) {
  const { answer, ...question } = useAnswer<{ plans: Plan[] }>(asked && `/plans?${asked}`)
  const isTheirs = asked !== null && !question.asking && question.unanswered === null
  return { ...question, plans: isTheirs && answer ? answer.plans : null }
}
