import { Banner, BlockStack, Card, Layout, Page } from '@shopify/polaris'
import { useState } from 'react'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import { useAttempt } from '#app/ui/use-attempt.tsx'
import type { Conflict } from '#app/ui/use-held.tsx'
import { OnOff, Tally } from './automations-page.tsx'
import type { AutomationView } from './figures.ts'
import { FollowUpsCard } from './follow-ups-card.tsx'
import type { FollowUpRow, ListedFollowUps } from './follow-ups-listed.ts'
import { CountCard, SwitchDialog, type Counted } from './switch-dialog.tsx'
import type { Fault } from './lint.ts'
import { AutomationForm, type AutomationIntent, type PartProps } from './retention-form.ts'
import type { AutomationKind } from './settings.ts'
import { WhatCard, WhenCard } from './when-card.tsx'
import { WhomCard } from './whom-card.tsx'
import { WordingCard } from './wording-card.tsx'
import { NAMES, words } from './words.ts'

export interface AutomationPageProps {
  kind: AutomationKind
  form: AutomationForm
  view: AutomationView
  followUps: readonly FollowUpRow[]
  more: boolean
  listed: ListedFollowUps
  carriers: { email: boolean; sms: boolean }
  hasAddress: boolean
  counted: Counted | null
  faults: Readonly<Record<string, Fault>>
  conflict: Conflict | null
  done: unknown // what came of the last wish
  busy: boolean
  onSave: (form: AutomationForm) => void
  onAsk: (asked: AutomationIntent) => void
  onGo: (to: Partial<ListedFollowUps>) => void
}

export function AutomationPage(props: AutomationPageProps) {
  const {
    kind,
    form: stored,
    view,
    followUps,
    more,
    listed,
    onGo,
    carriers,
    hasAddress,
    counted,
    faults,
    conflict,
    done,
    busy,
    onSave,
    onAsk,
  } = props
  const [form, setForm] = useState(stored)
  const [asking, setAsking] = useState(false)
  const dirty = JSON.stringify(form) !== JSON.stringify(stored)
  const { isRight, fields, attempt } = useAttempt(AutomationForm.safeParse(form).success)
  const onChangeForm: PartProps['onChangeForm'] = ({ retention, manners }) =>
    setForm((before) => ({ retention: { ...before.retention, ...retention }, manners: { ...before.manners, ...manners } }))
  const onChange: PartProps['onChange'] = (changed) => onChangeForm({ retention: { [kind]: { ...form.retention[kind], ...changed } } })
  const part = { kind, form, onChange, onChangeForm }
  const begin = () => {
    setAsking(true)
    onAsk({ intent: 'count', form: stored })
  }
  const primaryAction = view.active
    ? { content: words.switchOff, onAction: () => onAsk({ intent: 'switch-off' }), loading: busy }
    : { content: words.switchOn, onAction: begin, disabled: dirty || !hasAddress }
  return (
    <Page
      title={NAMES[kind].name}
      subtitle={NAMES[kind].about}
      titleMetadata={<OnOff active={view.active} />}
      backAction={{ content: words.title, url: '/automations' }}
      primaryAction={primaryAction}
    >
      <UnsavedChanges
        open={dirty}
        saving={busy}
        conflict={conflict}
        onSave={() => attempt(() => onSave(form))}
        onDiscard={() => setForm(stored)}
      />
      <div ref={fields}>
        <Layout>
          <Layout.Section>
            <BlockStack gap="400">
              <Troubles carriers={carriers} hasAddress={hasAddress} wantsSms={form.retention[kind].sms} />
              <Card>
                <Tally view={view} />
              </Card>
            </BlockStack>
          </Layout.Section>
          <WhenCard {...part} />
          <WhatCard {...part} />
          <WhomCard {...part} />
          <WordingCard {...part} {...{ isRight, faults, done }} onAsk={(asked) => attempt(() => onAsk(asked))} />
          <CountCard counted={asking ? null : counted} busy={busy} onCount={() => attempt(() => onAsk({ intent: 'count', form }))} />
          <Layout.Section>
            <FollowUpsCard {...{ followUps, more, listed, onGo }} onDrop={(orderId) => onAsk({ intent: 'drop', orderId })} />
          </Layout.Section>
        </Layout>
      </div>
      <SwitchDialog
        open={asking && !view.active}
        name={NAMES[kind].name}
        counted={counted}
        busy={busy}
        onClose={() => setAsking(false)}
        onConfirm={(confirmed) => onAsk({ intent: 'switch-on', confirmed })}
      />
    </Page>
  )
}

interface TroublesProps {
  carriers: { email: boolean; sms: boolean }
  hasAddress: boolean
  wantsSms: boolean
}

const Troubles = ({ carriers, hasAddress, wantsSms }: TroublesProps) => (
  <>
    {carriers.email ? null : (
      <Banner tone="warning" title={words.noCarrierTitle}>
        {words.noCarrierText}
      </Banner>
    )}
    {hasAddress ? null : (
      <Banner tone="warning" title={words.noAddressTitle} action={{ content: words.toLook, url: '/reviews/requests' }}>
        {words.noAddressText}
      </Banner>
    )}
    {wantsSms && !carriers.sms ? <Banner tone="warning">{words.noSms}</Banner> : null}
  </>
)
