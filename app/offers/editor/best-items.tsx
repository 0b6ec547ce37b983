import { BlockStack, Checkbox, Select } from '@shopify/polaris'
import { Chosen } from '#app/ui/chosen.tsx'
import { useResourcePicker } from '#app/ui/resource-picker.tsx'
import { useEditor } from './editor-state.tsx'
import { PiecesFields } from './pieces-fields.tsx'
import { namesOf } from './rule-fields.tsx'
import type { StepDraft } from './step-draft.ts'
import { STEP_WORDS as words } from './step-words.ts'

type Best = StepDraft['best']
interface BestItemsProps {
  index: number
  best: Best
}

const FROM = [
  { value: 'collection', label: words.fromCollection },
  { value: 'products', label: words.fromProducts },
]
const SHOW = words.showOptions.map((label, index) => ({ value: String(index + 1), label }))

export function BestItems({ index, best }: BestItemsProps) {
  const { changeStep } = useEditor()
  const set = (edit: Partial<Best>) => changeStep(index, { best: { ...best, ...edit } })
  return (
    <BlockStack gap="300">
      <Select label={words.from} options={FROM} value={best.from} onChange={(from) => set({ from: from as Best['from'] })} />
      <Source index={index} best={best} onChange={set} />
      <Select label={words.show} options={SHOW} value={best.show} onChange={(show) => set({ show })} />
      <PiecesFields pieces={best} path={`steps.${index}.items`} onChange={set} />
      <Checkbox label={words.anyVariant} checked={best.anyVariant} onChange={(anyVariant) => set({ anyVariant })} />
    </BlockStack>
  )
}

const AT_MOST = 250

function Source({ index, best, onChange }: BestItemsProps & { onChange: (edit: Partial<Best>) => void }) {
  const { names, learn, field } = useEditor()
  const pick = useResourcePicker()
  const collection = best.from === 'collection'
  const path = `steps.${index}.items.from.${collection ? 'collectionId' : 'productIds'}`
  const { error, onBlur } = field(path)
  const ids = collection ? [best.collectionId].filter(Boolean) : best.productIds
  const known = collection ? names.collections : names.products
  const put = (chosen: string[]) => onChange(collection ? { collectionId: chosen[0] ?? '' } : { productIds: chosen })
  const choose = async () => {
    const type = collection ? 'collection' : 'product'
    const picked = await pick(type, ids, collection ? 1 : AT_MOST)
    onBlur()
    if (!picked) return
    learn(namesOf(type, picked))
    put(picked.map(({ id }) => id))
  }
  return (
    <Chosen
      items={ids.map((id) => ({ id, title: known[id]?.title ?? words.gone }))}
      choose={collection ? words.chooseCollection : words.chooseProducts}
      error={error}
      fieldId={path}
      onChoose={() => void choose()}
      onRemove={(id) => put(ids.filter((one) => one !== id))}
    />
  )
}
