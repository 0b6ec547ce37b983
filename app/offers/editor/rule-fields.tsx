import { InlineGrid, Select, TextField } from '@shopify/polaris'
import type { ReactNode } from 'react'
import { Chosen } from '#app/ui/chosen.tsx'
import { MultiPicker } from '#app/ui/multi-picker.tsx'
import { useResourcePicker, type Pickable, type Picked } from '#app/ui/resource-picker.tsx'
import type { Problems } from '../check.ts'
import { useStill } from './editor-state.tsx'
import { choicesOf } from './rule-choices.ts'
import { RULE_WORDS as words } from './rule-words.ts'
import type { Field } from '../rules/field.ts'
import { kindOf } from '../rules/kinds.ts'
import type { ConditionDraft } from '../rules/rule-draft.ts'
import type { Names } from '../rules/words.ts'
import { Unanswered } from '#app/ui/unanswered.tsx'
import { useSuggestions } from './suggestions.tsx'

interface RuleFieldsProps {
  rule: ConditionDraft
  path: string
  problems: Problems
  onChange: (rule: ConditionDraft) => void
}

/** A condition's fields as its kind describes them. */
export function RuleFields({ rule, path, problems, onChange }: RuleFieldsProps) {
  const fields = kindOf(rule.kind).fields.filter(({ type }) => type !== 'salt')
  const short = fields.length > 1 && fields.every(({ type }) => !WIDE.includes(type))
  const drawn = fields.map((field) => (
    <RuleField
      key={field.name}
      field={field}
      path={`${path}.${field.name}`}
      error={problems[`${path}.${field.name}`] ?? false}
      value={rule.values[field.name] ?? ''}
      onChange={(value) => onChange({ ...rule, values: { ...rule.values, [field.name]: value } })}
    />
  ))
  return short ? (
    <InlineGrid columns={{ xs: 1, sm: 2 }} gap="300">
      {drawn}
    </InlineGrid>
  ) : (
    <>{drawn}</>
  )
}

const WIDE: readonly Field['type'][] = [
  'products',
  'variants',
  'collections',
  'offers',
  'texts',
  'countries',
  'regions',
  'currencies',
  'languages',
]

interface FieldProps {
  field: Field
  path: string
  error: string | false
  value: string | string[]
  onChange: (value: string | string[]) => void
}

function RuleField(props: FieldProps): ReactNode {
  switch (props.field.type) {
    case 'products':
    case 'variants':
    case 'collections':
      return <Resources {...props} type={PICKABLE[props.field.type]} />
    case 'choice':
      return <Select label={props.field.label} options={[...props.field.options]} value={String(props.value)} onChange={props.onChange} />
    case 'currency':
      return <Currency {...props} />
    case 'texts':
    case 'offers':
    case 'countries':
    case 'regions':
    case 'currencies':
    case 'languages':
    case 'weekdays':
      return <Several {...props} />
    default:
      return <Line {...props} />
  }
}

const INPUT: Partial<Record<Field['type'], object>> = {
  amount: { inputMode: 'decimal' },
  number: { inputMode: 'numeric' },
  percent: { inputMode: 'decimal', suffix: '%' },
  date: { type: 'date' },
  time: { type: 'time' },
}

function Line({ field, path, error, value, onChange }: FieldProps) {
  const { terms, touch } = useStill()
  return (
    <TextField
      id={path}
      label={field.label}
      helpText={field.help}
      autoComplete="off"
      {...(field.type === 'amount' && !field.in ? { suffix: terms.currency } : {})}
      {...INPUT[field.type]}
      value={String(value)}
      onChange={onChange}
      error={error}
      onBlur={() => touch(path)}
    />
  )
}

function Currency({ field, path, error, value, onChange }: FieldProps) {
  const { touch } = useStill()
  return (
    <Select
      id={path}
      label={field.label}
      placeholder={words.chooseCurrency}
      options={choicesOf('currencies').map((choice) => ({ ...choice }))}
      value={String(value)}
      onChange={onChange}
      helpText={field.help}
      error={error}
      onBlur={() => touch(path)}
    />
  )
}

/** What may be chosen though it is in no list: any text, tags with commas between them, and the code of a region whose country is not among ours. */
function freeOf(field: Field): ((typed: string) => readonly string[]) | undefined {
  if (field.type === 'regions') return (typed) => (/^[a-z]{2}-[a-z\d]{1,3}$/i.test(typed) ? [typed.toUpperCase()] : [])
  if (field.type !== 'texts') return undefined
  return field.suggest?.endsWith('-tags') ? tagsIn : (typed) => [typed]
}

/** Shopify's tags hold no commas. */
const tagsIn = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim())
      .filter(Boolean),
  ),
]

function Several({ field, path, error, value, onChange }: FieldProps) {
  const { offers, touch } = useStill()
  const { suggested, suggest, question } = useSuggestions(field.type === 'texts' ? field.suggest : undefined)
  const fixed = field.type === 'offers' ? offers.map(({ id, title }) => ({ value: id, label: title })) : choicesOf(field.type)
  const free = freeOf(field)
  return (
    <>
      <MultiPicker
        id={path}
        label={field.label}
        placeholder={free ? words.typeToAdd : words.search(field.label)}
        choices={field.type === 'texts' ? suggested : fixed}
        chosen={[value].flat().filter(Boolean)}
        {...(free ? { asValues: free } : {})}
        onType={suggest}
        onChange={onChange}
        helpText={field.help}
        error={error}
        onBlur={() => touch(path)}
      />
      <Unanswered {...question} />
    </>
  )
}

const PICKABLE = { products: 'product', variants: 'variant', collections: 'collection' } as const
const CHOOSE: Record<Pickable, string> = {
  product: words.chooseProducts,
  variant: words.chooseVariants,
  collection: words.chooseCollections,
}
const AT_MOST = 250

function Resources({ type, path, error, value, onChange }: FieldProps & { type: Pickable }) {
  const { names, learn, touch } = useStill()
  const pick = useResourcePicker()
  const ids = [value].flat().filter(Boolean)
  const known = names[`${type}s`]
  const choose = async () => {
    const picked = await pick(type, ids, AT_MOST)
    touch(path)
    if (!picked) return
    learn(namesOf(type, picked))
    onChange(picked.map(({ id }) => id))
  }
  return (
    <Chosen
      items={ids.map((id) => ({ id, title: known[id]?.title ?? words.gone }))}
      choose={CHOOSE[type]}
      error={error}
      fieldId={path}
      onChoose={() => void choose()}
      onRemove={(id) => onChange(ids.filter((one) => one !== id))}
    />
  )
}

export const namesOf = (type: Pickable, picked: readonly Picked[]): Partial<Names> => ({
  [`${type}s`]: Object.fromEntries(picked.map((one) => [one.id, one])),
})
