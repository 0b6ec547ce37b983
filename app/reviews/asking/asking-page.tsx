import { Banner, Layout, Page } from '@shopify/polaris'
import { useAttempt } from '#app/ui/use-attempt.tsx'
import { useStored } from '#app/ui/use-stored.tsx'
import { UnsavedChanges } from '#app/ui/unsaved-changes.tsx'
import type { Conflict } from '#app/ui/use-held.tsx'
import { AskingForm, type AskingIntent, type PartProps } from './asking-form.ts'
import { LookCard } from './look-card.tsx'
import { PastCard, type Backfill, type Counted } from './past-card.tsx'
import { RequestsCard } from './requests-card.tsx'
import type { ListedRequests, RequestRow } from './requests-listed.ts'
import { TextsCard } from './texts-card.tsx'
import { WhenCard } from './when-card.tsx'
import { WhomCard } from './whom-card.tsx'
import { WordingCard } from './wording-card.tsx'
import { words } from './words.ts'

export interface AskingProps {
  form: AskingForm
  canSend: boolean
  canText: boolean
  /** Requests that the missing postal address keeps back. */
  waiting: number
  requests: readonly RequestRow[]
  more: boolean
  listed: ListedRequests
  today: string
  backfill: Backfill | null
  counted: Counted | null
  leading: Readonly<Record<string, string>>
  done: unknown // what came of the last wish
  conflict: Conflict | null
  saving: boolean
  onSave: (form: AskingForm) => void
  onAsk: (asked: AskingIntent) => void
  onGo: (to: Partial<ListedRequests>) => void
}

export function AskingPage(props: AskingProps) {
  const {
    form: stored,
    canSend,
    canText,
    waiting,
    requests,
    more,
    listed,
    today,
    backfill,
    counted,
    leading,
    done,
    conflict,
    saving,
    onSave,
    onAsk,
    onGo,
  } = props
  const [form, setForm] = useStored(stored)
  const dirty = JSON.stringify(form) !== JSON.stringify(stored)
  const { isRight, fields, attempt } = useAttempt(AskingForm.safeParse(form).success)
  const part = <Part extends keyof AskingForm>(name: Part): PartProps<Part> => ({
    part: form[name],
    onChange: (changed) => setForm((before) => ({ ...before, [name]: { ...before[name], ...changed } })),
  })
  return (
    <Page title={words.title} backAction={{ content: words.back, url: '/reviews' }}>
      <UnsavedChanges
        open={dirty}
        saving={saving}
        conflict={conflict}
        onSave={() => attempt(() => onSave(form))}
        onDiscard={() => setForm(stored)}
      />
      <div ref={fields}>
        <Layout>
          <Layout.Section>
            <Troubles canSend={canSend} form={form} waiting={waiting} />
          </Layout.Section>
          <WhenCard {...part('asking')} />
          <WhomCard {...part('manners')} />
          <TextsCard {...part('asking')} canText={canText} />
          <WordingCard {...part('asking')} {...{ form, isRight, leading, done }} onAsk={(asked) => attempt(() => onAsk(asked))} />
          <LookCard {...part('look')} />
          <PastCard today={today} backfill={backfill} counted={counted} onAsk={onAsk} />
          <Layout.Section>
            <RequestsCard {...{ requests, more, listed, onGo, onAsk }} />
          </Layout.Section>
        </Layout>
      </div>
    </Page>
  )
}

function Troubles({ canSend, form, waiting }: Pick<AskingProps, 'canSend' | 'form' | 'waiting'>) {
  if (!canSend)
    return (
      <Banner tone="warning" title={words.noCarrierTitle}>
        {words.noCarrierText}
      </Banner>
    )
  if (!form.asking.active && waiting === 0)
    return (
      <Banner tone="info" title={words.offTitle}>
        {words.offText}
      </Banner>
    )
  return form.look.postalAddress ? null : (
    <Banner tone="warning" title={words.noAddressTitle}>
      {words.noAddressText} {waiting > 0 ? words.waitForAddress(waiting) : ''}
    </Banner>
  )
}
