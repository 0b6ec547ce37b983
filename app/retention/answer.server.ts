import { sendTestMessage, saveAutomation, switchAutomation } from './admin.server.ts'
import { dryRun, type DryRun } from './dry-run.server.ts'
import { dropFollowUp, undropFollowUp } from './follow-ups.server.ts'
import type { Fault } from './lint.ts'
import { reads } from './reads.server.ts'
import type { AutomationIntent } from './retention-form.ts'
import { retentionSettings, type AutomationKind } from './settings.ts'
import { words } from './words.ts'
import type { Outcome } from '#app/values/outcome.ts'

export interface AutomationAnswer {
  saved?: Outcome<string>
  said?: string
  /** The wish that takes it back. */
  undo?: AutomationIntent
  failed?: boolean
  faults?: Readonly<Record<string, Fault>>
  /** What the merchant is to confirm; `changed`: it is another number by now. */
  counted?: DryRun & { changed: boolean }
}

/** What the merchant wants of the page, and what it says back. */
export async function answerAutomation(shop: string, kind: AutomationKind, asked: AutomationIntent): Promise<AutomationAnswer> {
  switch (asked.intent) {
    case 'save': {
      const saved = await saveAutomation(shop, kind, asked.form, asked.opened)
      if (saved.ok) return { saved, said: words.saved }
      if (saved.because === 'changed-meanwhile') return { saved }
      return { said: words.wrong, failed: true, faults: saved.detail as Record<string, Fault> }
    }
    case 'count':
      return { counted: { ...(await dryRun(shop, kind, asked.form.retention[kind])), changed: false } }
    case 'switch-on':
      return switchOn(shop, kind, asked.confirmed)
    case 'switch-off':
      await switchAutomation(shop, kind, false)
      return { said: words.switchedOff }
    case 'test':
      await sendTestMessage(shop, kind, asked)
      return { said: words.testSent }
    case 'drop':
      return (await dropFollowUp({ shop, automation: kind, orderId: asked.orderId }))
        ? { said: words.dropped, undo: { intent: 'undrop', orderId: asked.orderId } }
        : { said: words.notWaiting }
    case 'undrop':
      return { said: (await undropFollowUp({ shop, automation: kind, orderId: asked.orderId })) ? words.undropped : words.notWaiting }
  }
}

async function switchOn(shop: string, kind: AutomationKind, confirmed: number): Promise<AutomationAnswer> {
  const settings = retentionSettings((await reads().readShop(shop))?.settings)
  const counted = await dryRun(shop, kind, settings[kind])
  if (counted.sent !== confirmed) return { counted: { ...counted, changed: true } }
  const switched = await switchAutomation(shop, kind, true)
  return switched.ok ? { said: words.switchedOn } : { said: words.noAddressTitle, failed: true }
}
