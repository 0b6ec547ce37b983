import { BlockStack, Card, Select, Text, TextField } from '@shopify/polaris'
import { useEditor } from './editor-state.tsx'
import { OfferStatus } from './offer.ts'

const STATUSES = [
  { value: 'draft', label: 'Draft' },
  { value: 'active', label: 'Active' },
  { value: 'paused', label: 'Paused' },
]
const MEANING: Record<OfferStatus, string> = {
  draft: 'No shopper sees it.',
  active: 'Shoppers see it from the moment you save.',
  paused: 'No shopper sees it until you make it active again.',
}

export function StatusCard() {
  const { draft, change } = useEditor()
  const set = (status: string) => change((now) => ({ ...now, status: OfferStatus.parse(status) }))
  return (
    <Card>
      <Select label="Status" options={STATUSES} value={draft.status} onChange={set} helpText={MEANING[draft.status]} />
    </Card>
  )
}

export function NameCard() {
  const { draft, change, field } = useEditor()
  return (
    <Card>
      <TextField
        label="Name"
        helpText="Only you see it."
        autoComplete="off"
        maxLength={120}
        value={draft.title}
        onChange={(title) => change((now) => ({ ...now, title }))}
        {...field('title')}
      />
    </Card>
  )
}

export function PriorityCard() {
  const { draft, change, field } = useEditor()
  return (
    <Card>
      <TextField
        label="Priority"
        helpText="When several offers fit a purchase, the highest number is shown. If what it offers is sold out, the next one is."
        inputMode="numeric"
        autoComplete="off"
        value={draft.priority}
        onChange={(priority) => change((now) => ({ ...now, priority }))}
        {...field('priority')}
      />
    </Card>
  )
}

export function ScheduleCard() {
  const { draft, change, field, terms } = useEditor()
  const set = (edit: Partial<typeof draft.schedule>) => change((now) => ({ ...now, schedule: { ...now.schedule, ...edit } }))
  const common = { type: 'datetime-local', autoComplete: 'off' } as const
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Schedule
        </Text>
        <TextField
          {...common}
          label="Starts"
          value={draft.schedule.startsAt}
          onChange={(startsAt) => set({ startsAt })}
          {...field('schedule.startsAt')}
        />
        <TextField
          {...common}
          label="Ends"
          value={draft.schedule.endsAt}
          onChange={(endsAt) => set({ endsAt })}
          {...field('schedule.endsAt')}
        />
        <Text as="p" tone="subdued">
          In the shop’s time zone, {terms.timeZone}. Empty means at once and without end.
        </Text>
      </BlockStack>
    </Card>
  )
}
