import { BlockStack, Card, InlineStack, ProgressBar, Select, Text, TextField } from '@shopify/polaris'
import { Section } from '#app/ui/section.tsx'
import type { OfferDraft } from './draft.ts'
import { useEditor } from './editor-state.tsx'
import { EDITOR_WORDS as words } from './editor-words.ts'
import { limitsView, type Progress } from '../limits-view.ts'
import { Caps, OfferStatus } from '../offer.ts'

const STATUSES = (['draft', 'active', 'paused'] as const).map((value) => ({ value, label: words.statuses[value] }))
const CHOOSE = (['priority', 'value'] as const).map((value) => ({ value, label: words.choose[value] }))

export const TITLE_FIELD = 'title'

export function NameCard() {
  const { draft, change, field } = useEditor()
  const set = (status: string) => change((now) => ({ ...now, status: OfferStatus.parse(status) }))
  return (
    <Card>
      <InlineStack gap="300" blockAlign="start">
        <div className="twice">
          <TextField
            id={TITLE_FIELD}
            label={words.name}
            helpText={words.nameHelp}
            autoComplete="off"
            maxLength={120}
            value={draft.title}
            onChange={(title) => change((now) => ({ ...now, title }))}
            {...field('title')}
          />
        </div>
        <div className="half">
          <Select label={words.status} options={STATUSES} value={draft.status} onChange={set} helpText={words.meaning[draft.status]} />
        </div>
      </InlineStack>
    </Card>
  )
}

export function PriorityCard() {
  const { draft, change, field } = useEditor()
  return (
    <Section title={words.order}>
      <TextField
        label={words.priority}
        helpText={words.priorityHelp}
        inputMode="numeric"
        autoComplete="off"
        value={draft.priority}
        onChange={(priority) => change((now) => ({ ...now, priority }))}
        {...field('priority')}
      />
      <Select
        label={words.chooseBy}
        options={CHOOSE}
        value={draft.chooseBy}
        helpText={words.chooseHelp[draft.chooseBy]}
        onChange={(chooseBy) => change((now) => ({ ...now, chooseBy: chooseBy as OfferDraft['chooseBy'] }))}
      />
    </Section>
  )
}

export function ScheduleCard() {
  const { draft, change, field, terms } = useEditor()
  const time = (part: 'startsAt' | 'endsAt', label: string) => (
    <div className="half">
      <TextField
        type="datetime-local"
        autoComplete="off"
        label={label}
        value={draft.schedule[part]}
        onChange={(at) => change((now) => ({ ...now, schedule: { ...now.schedule, [part]: at } }))}
        {...field(`schedule.${part}`)}
      />
    </div>
  )
  return (
    <Section title={words.schedule}>
      <InlineStack gap="300" blockAlign="start">
        {time('startsAt', words.starts)}
        {time('endsAt', words.ends)}
      </InlineStack>
      <Text as="p" tone="subdued">
        {words.zone(terms.timeZone)}
      </Text>
    </Section>
  )
}

const PATHS = { times: 'caps.perShopper.times', days: 'caps.perShopper.days', total: 'caps.total', budget: 'caps.budget' } as const

export function LimitsCard() {
  const { draft, change, field, terms } = useEditor()
  const line = (part: keyof OfferDraft['caps'], suffix?: string) => (
    <div className="half">
      <TextField
        id={PATHS[part]}
        label={words[part]}
        inputMode={part === 'budget' ? 'decimal' : 'numeric'}
        autoComplete="off"
        {...(suffix ? { suffix } : {})}
        value={draft.caps[part]}
        onChange={(value) => change((now) => ({ ...now, caps: { ...now.caps, [part]: value } }))}
        {...field(PATHS[part])}
      />
    </div>
  )
  return (
    <Section title={words.limits}>
      <InlineStack gap="300" blockAlign="start">
        {line('times')}
        {line('days')}
      </InlineStack>
      <InlineStack gap="300" blockAlign="start">
        {line('total')}
        {line('budget', terms.currency)}
      </InlineStack>
      <Text as="p" tone="subdued">
        {words.limitsHelp}
      </Text>
      <Used />
    </Section>
  )
}

/** How much of the limits in the fields is used up. */
function Used() {
  const { candidate, use, terms } = useEditor()
  const caps = Caps.safeParse(candidate.caps)
  if (!use || !caps.success) return null
  const { stopped, total, budget } = limitsView(caps.data, use, terms)
  return (
    <>
      {stopped ? (
        <Text as="p" tone="caution" fontWeight="semibold">
          {stopped}
        </Text>
      ) : null}
      {[total, budget].map((line, index) => (line ? <Bar key={index} id={`limit-${index}`} {...line} /> : null))}
    </>
  )
}

const Bar = ({ id, text, percent }: Progress & { id: string }) => (
  <BlockStack gap="100">
    <ProgressBar progress={percent} size="small" ariaLabelledBy={id} tone={percent < 100 ? 'primary' : 'critical'} />
    <Text as="p" variant="bodySm" tone="subdued" id={id}>
      {text}
    </Text>
  </BlockStack>
)
