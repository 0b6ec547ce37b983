import { now } from '#app/platform/clock.server.ts'
import { awake } from '#app/platform/messaging/timing.ts'
import { messageSettings } from '#app/values/manners.ts'
import { dayRange } from '#app/values/time.ts'
import { saveAsking, sendTestRequest } from './admin.server.ts'
import type { AskingIntent } from './asking-form.ts'
import { dryRun, startBackfill, type DryRun } from './backfill.server.ts'
import { reads } from './reads.server.ts'
import { sendRequestNow, skipRequest, unskipRequest } from './requests.server.ts'
import { words } from './words.ts'
import type { Outcome } from '#app/values/outcome.ts'
import { zoneOf } from '#app/values/zones.ts'
import { askingSettings } from './settings.ts'

export interface AskingAnswer {
  saved?: Outcome<string>
  said?: string
  /** The wish that takes it back. */
  undo?: AskingIntent
  leading?: Record<string, string>
  counted?: DryRun & { from: string; to: string; changed: boolean }
}

/** What the merchant wants of this page, and what it says back. */
export async function answerAsking(shop: string, asked: AskingIntent): Promise<AskingAnswer> {
  switch (asked.intent) {
    case 'save': {
      const saved = await saveAsking(shop, asked.form, asked.opened)
      if (saved.ok) return { saved, said: words.saved }
      return saved.because === 'leading' ? { said: words.wrong, leading: saved.detail as Record<string, string> } : { saved }
    }
    case 'test':
      await sendTestRequest(shop, asked)
      return { said: words.testSent }
    case 'count':
      return { counted: { ...(await dryRun(shop, await rangeOf(shop, asked))), from: asked.from, to: asked.to, changed: false } }
    case 'backfill':
      return backfill(shop, asked)
    case 'skip':
      return (await skipRequest(shop, asked.id))
        ? { said: words.skipped, undo: { intent: 'unskip', id: asked.id } }
        : { said: words.notWaiting }
    case 'unskip':
      return { said: (await unskipRequest(shop, asked.id)) ? words.unskipped : words.notWaiting }
    case 'send-now':
      return { said: (await sendRequestNow(shop, asked.id)) ? await sayWhenItLeaves(shop, asked.id) : words.notWaiting }
  }
}

/** Asked by hand, a request still keeps to the night and to the law. Its id is that of its order. */
async function sayWhenItLeaves(shop: string, id: string): Promise<string> {
  const [known, [order]] = await Promise.all([reads().readShop(shop), reads().readOrders(shop, [id])])
  const { manners, look } = messageSettings(known?.settings)
  if (look.postalAddress === '' && askingSettings(known?.settings).texts === 'never') return words.leavesWithAddress
  const zone = zoneOf(order?.country ?? null, null) ?? known?.timeZone ?? 'UTC'
  return awake(now(), zone, manners) > now() ? words.leavesInTheMorning : words.leavesNow
}

async function backfill(shop: string, { from, to, confirmed }: { from: string; to: string; confirmed: number }): Promise<AskingAnswer> {
  const range = await rangeOf(shop, { from, to })
  const started = await startBackfill(shop, range, confirmed)
  return started.ok ? { said: words.started } : { counted: { ...(await dryRun(shop, range)), from, to, changed: true } }
}

const rangeOf = async (shop: string, { from, to }: { from: string; to: string }) =>
  dayRange(from, to, (await reads().readShop(shop))?.timeZone ?? 'UTC')
