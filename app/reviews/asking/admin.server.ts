import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { mailCarrier } from '#app/platform/messaging/email.server.ts'
import { renderLetter, type Rendered } from '#app/platform/messaging/frame.server.ts'
import { textCarrier } from '#app/platform/messaging/sms.server.ts'
import { queueTest, type TestMail } from '#app/platform/messaging/test-mail.server.ts'
import { markOf, saveSettingsOf } from '#app/platform/saved.server.ts'
import type { Language } from '#app/values/languages.ts'
import { messageSettings } from '#app/values/manners.ts'
import { refuse, type Outcome } from '#app/values/outcome.ts'
import type { Opened } from '#app/values/opened.ts'
import { dayOf } from '#app/values/time.ts'
import { readBackfill, type BackfillProgress } from './backfill.server.ts'
import { leadingFields, type AskingForm } from './asking-form.ts'
import { requestLetter, type RequestContent } from './letter.ts'
import { listRequests } from './listing.server.ts'
import { reads } from './reads.server.ts'
import { countWaiting, releaseRequests } from './requests.server.ts'
import type { ListedRequests, RequestRow } from './requests-listed.ts'
import { askingSettings } from './settings.ts'

interface AskingRead {
  form: AskingForm
  opened: string
  canSend: boolean
  canText: boolean
  waiting: number
  requests: RequestRow[]
  more: boolean
  listed: ListedRequests
  today: string
  backfill: BackfillProgress | null
}

export async function readAskingPage(shop: string, listed: ListedRequests): Promise<AskingRead> {
  const known = await reads().readShop(shop)
  const [waiting, { requests, more }, backfill] = await Promise.all([countWaiting(shop), listRequests(shop, listed), readBackfill(shop)])
  const form = formOf(known?.settings)
  return {
    form,
    opened: markOf(form),
    canSend: mailCarrier() !== null,
    canText: textCarrier() !== null,
    waiting,
    requests,
    more,
    listed,
    today: dayOf(now(), known?.timeZone ?? 'UTC'),
    backfill,
  }
}

/** Other settings of the shop stay as they are. Asking begins with the orders that come after it is switched on. */
export async function saveAsking(
  shop: string,
  { asking, manners, look }: AskingForm,
  opened?: Opened,
): Promise<Outcome<string, 'leading' | 'changed-meanwhile'>> {
  const leading = leadingFields(asking)
  if (Object.keys(leading).length > 0) return refuse('leading', leading)
  const sinceOf = (before: AskingForm['asking']) => (asking.active ? (before.active && before.since) || now().toISOString() : null)
  return saveSettingsOf(shop, {
    opened,
    read: formOf,
    change: (settings) => ({ asking: { ...asking, since: sinceOf(askingSettings(settings)) }, messages: { manners, look } }),
    also: async (tx) => look.postalAddress && releaseRequests(tx, shop),
  })
}

const formOf = (settings: unknown): AskingForm => ({ asking: askingSettings(settings), ...messageSettings(settings) })

/** The very mail that would leave, with two products of the shop, and the text message where there may be one. */
export async function previewRequest(
  shop: string,
  { asking, look }: AskingForm,
  language: Language,
): Promise<Rendered & { short?: string | undefined }> {
  const known = await reads().readShop(shop)
  const letter = requestLetter(await sample(shop, asking, language), language)
  const rendered = await renderLetter(letter, { language, shopName: known?.name ?? '', look, unsubscribeUrl: 'https://example.com/' })
  return asking.texts === 'never' ? rendered : { ...rendered, short: letter.short }
}

async function sample(shop: string, asking: AskingForm['asking'], language: Language): Promise<RequestContent> {
  const [known, promised, some] = await Promise.all([
    reads().readShop(shop),
    reads().readPromise(shop, language),
    db.product.findMany({ where: { shop, deletedAt: null, status: 'active' }, orderBy: { id: 'asc' }, take: 2 }),
  ])
  return {
    shopName: known?.name ?? '',
    firstName: 'Mia',
    products: some.map(({ id, title, imageUrl }) => ({ id, title, imageUrl })),
    link: `https://${shop}/apps/reviews/write?t=preview`,
    reminder: false,
    last: true,
    lines: promised?.lines ?? [],
    conditions: promised?.conditions ?? [],
    own: asking.words[language] ?? null,
  }
}

export async function sendTestRequest(shop: string, asked: TestMail & { form: AskingForm }): Promise<void> {
  await queueTest(shop, 'test-request', asked, await sample(shop, asked.form.asking, asked.language))
}
