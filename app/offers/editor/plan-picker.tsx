import { useFetcher } from '@remix-run/react'
import { Autocomplete, Text } from '@shopify/polaris'
import { useEffect, useState } from 'react'
import { useEditor } from './editor-state.tsx'
import type { StepDraft } from './step-draft.ts'
import { STEP_WORDS as words } from './step-words.ts'

/** A plan of the shop as Shopify tells it at this moment. */
interface Plan {
  id: string
  name: string
  group: string
}
interface PlanPickerProps {
  index: number
  step: StepDraft
  onChoose: (plan: { sellingPlanId: string; name: string }) => void
}

/** One of the plans by which all that the step offers is sold. */
export function PlanPicker({ index, step, onChoose }: PlanPickerProps) {
  const { field } = useEditor()
  const plans = usePlans(askedOf(step))
  const [search, setSearch] = useState<string | null>(null)
  const chosen = step.subscription?.sellingPlanId ?? ''
  const known = plans?.find(({ id }) => id === chosen)
  const path = `steps.${index}.subscription.sellingPlanId`
  const { error, onBlur } = field(path)
  const leave = () => {
    setSearch(null)
    onBlur()
  }
  const choose = ([id]: string[]) => {
    const plan = plans?.find((one) => one.id === id)
    if (plan) onChoose({ sellingPlanId: plan.id, name: plan.name })
    setSearch(null)
  }
  const text = (
    <Autocomplete.TextField
      id={path}
      label={words.plan}
      placeholder={words.planSearch}
      autoComplete="off"
      value={search ?? known?.name ?? (chosen ? words.planUnknown : '')}
      onChange={setSearch}
      onBlur={leave}
      error={error || (plans && chosen && !known ? words.planNotTheirs : false)}
      helpText={sayWhatThereIs(step, plans)}
    />
  )
  const nothing = <Text as="p">{plans ? words.planNotFound : words.plansLoading}</Text>
  return (
    <Autocomplete options={sectionsOf(plans ?? [], search)} selected={[chosen]} onSelect={choose} textField={text} emptyState={nothing} />
  )
}

/** By the groups that the shop sorts its plans into. */
function sectionsOf(plans: readonly Plan[], search: string | null) {
  const wanted = (search ?? '').trim().toLowerCase()
  const found = plans.filter(({ name, group }) => `${group} ${name}`.toLowerCase().includes(wanted))
  const groups = [...Map.groupBy(found, ({ group }) => group)]
  return groups.map(([title, of]) => ({ title, options: of.map(({ id, name }) => ({ value: id, label: name })) }))
}

function sayWhatThereIs(step: StepDraft, plans: readonly Plan[] | null): string {
  if (!askedOf(step)) return words.planFirst
  if (!plans) return words.plansLoading
  return plans.length === 0 ? words.noPlan : words.planHint
}

/** What the step offers, as the question for its plans; null while that is open. */
function askedOf({ kind, products, best }: StepDraft): string | null {
  if (kind === 'best' && best.from === 'collection') return best.collectionId ? `collection=${best.collectionId}` : null
  const ids = kind === 'best' ? best.productIds : products.map(({ productId }) => productId)
  return ids.length > 0 ? `products=${[...new Set(ids)].join(',')}` : null
}

function usePlans(asked: string | null): readonly Plan[] | null {
  const { load, data, state } = useFetcher<{ plans: Plan[] }>()
  useEffect(() => {
    if (asked) load(`/plans?${asked}`)
  }, [asked, load])
  return asked && state === 'idle' && data ? data.plans : null
}
