import { Badge, Banner, BlockStack, Button, InlineStack, List, Text } from '@shopify/polaris'
import { useEffect, useRef, useState } from 'react'
import { Section } from '#app/ui/section.tsx'
import { formatMoney, money } from '#app/values/money.ts'
import type { Removal } from './removal.ts'
import { words } from './words.ts'

export interface RemovalView {
  state: 'open' | 'planned' | 'failed' | 'done'
  removal: Removal
  reason: string | null
  done: string | null
}
interface RemovalCardProps {
  view: RemovalView
  asked: boolean // the merchant came to remove it: the question is there at once
  busy: boolean
  onRemove: () => void
}

/** What Shopify added without being paid for, and what becomes of it. */
export function RemovalCard({ view, asked, busy, onRemove }: RemovalCardProps) {
  const { state, removal, done } = view
  if (state === 'done') return <Gone title={words.done(done ?? '')} note={words.doneNote} removal={removal} />
  if (state === 'planned' || busy) return <Gone title={words.planned} note={words.plannedNote} removal={removal} />
  return (
    <Section title={words.title} about={words.explained}>
      {view.reason ? (
        <Banner tone="critical">
          <p>{words.failed(view.reason)}</p>
        </Banner>
      ) : null}
      <Question removal={removal} asked={asked} label={state === 'failed' ? words.tryAgain : words.remove} onRemove={onRemove} />
    </Section>
  )
}

const Gone = ({ title, note, removal }: { title: string; note: string; removal: Removal }) => (
  <Section title={words.title}>
    <div aria-live="polite">
      <InlineStack gap="200">
        <Badge tone={title === words.planned ? 'attention' : 'success'}>{title}</Badge>
        <Text as="span">{note}</Text>
      </InlineStack>
    </div>
    <Items removal={removal} />
  </Section>
)

/** Names all that goes before anything does. */
function Question({ removal, asked, label, onRemove }: { removal: Removal; asked: boolean; label: string; onRemove: () => void }) {
  const [open, setOpen] = useState(asked)
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (open) question.current?.focus()
  }, [open])
  if (!open)
    return (
      <>
        <Items removal={removal} />
        <Text as="p">{words.owed(formatMoney(money(removal.owed, removal.currency), 'en'))}</Text>
        <InlineStack>
          <Button onClick={() => setOpen(true)}>{label}</Button>
        </InlineStack>
      </>
    )
  return (
    <div ref={question} tabIndex={-1} role="group" aria-label={words.confirmTitle}>
      <BlockStack gap="300">
        <Text as="p" fontWeight="semibold">
          {words.confirmTitle}
        </Text>
        <Items removal={removal} />
        <Text as="p" tone="subdued">
          {words.confirmNote}
        </Text>
        <InlineStack gap="200">
          <Button variant="primary" tone="critical" onClick={onRemove}>
            {words.confirm}
          </Button>
          <Button onClick={() => setOpen(false)}>{words.keep}</Button>
        </InlineStack>
      </BlockStack>
    </div>
  )
}

const Items = ({ removal: { lines, deliveries, currency } }: { removal: Removal }) => (
  <List>
    {lines.map(({ id, title, quantity }) => (
      <List.Item key={id}>{words.line(quantity, title)}</List.Item>
    ))}
    {deliveries.map(({ title, amount, goes }, index) =>
      goes ? <List.Item key={index}>{words.delivery(title, formatMoney(money(amount, currency), 'en'))}</List.Item> : null,
    )}
  </List>
)
