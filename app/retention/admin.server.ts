import { now } from '#app/platform/clock.server.ts'
import { mailCarrier } from '#app/platform/messaging/email.server.ts'
import { renderLetter } from '#app/platform/messaging/frame.server.ts'
import { queueTest, type TestMail } from '#app/platform/messaging/test-mail.server.ts'
import { markOf, saveSettingsOf } from '#app/platform/saved.server.ts'
import { textCarrier } from '#app/platform/messaging/sms.server.ts'
import type { Language } from '#app/values/languages.ts'
import { NO_FILTER } from '#app/values/listed.ts'
import { messageSettings } from '#app/values/manners.ts'
import { percentageOff } from '#app/values/money.ts'
import type { Opened } from '#app/values/opened.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { viewAutomation } from './figures.ts'
import type { ListedFollowUps } from './follow-ups-listed.ts'
import { faultsOf, type Fault } from './lint.ts'
import { followUpLetter, type FollowUpContent } from './message.ts'
import { reads } from './reads.server.ts'
import type { AutomationForm } from './retention-form.ts'
import { AUTOMATIONS, keptAs, retentionSettings, type AutomationKind, type RetentionSettings } from './settings.ts'
import { listFollowUps, readTally } from './tally.server.ts'
import { lastsUntil } from './timing.ts'

/** All automations, with what each did lately. */
export async function readAutomations(shop: string) {
  const known = await reads().readShop(shop)
  const settings = retentionSettings(known?.settings)
  const views = AUTOMATIONS.map(async (kind) =>
    viewAutomation(kind, settings[kind].active, await readTally(shop, kind), known?.currency ?? 'USD'),
  )
  return { automations: await Promise.all(views), canSend: mailCarrier() !== null }
}

export const isAutomationOn = async (shop: string, kind: AutomationKind): Promise<boolean> =>
  retentionSettings((await reads().readShop(shop))?.settings)[kind].active

/** One automation, with all that its page changes and shows. */
export async function readAutomation(shop: string, kind: AutomationKind, listed: ListedFollowUps = NO_FILTER) {
  const known = await reads().readShop(shop)
  const retention = retentionSettings(known?.settings)
  const { manners, look } = messageSettings(known?.settings)
  const view = viewAutomation(kind, retention[kind].active, await readTally(shop, kind), known?.currency ?? 'USD')
  const form: AutomationForm = { retention, manners: { offerCountries: manners.offerCountries, mostPerWeek: manners.mostPerWeek } }
  const opened = markOf(savedOf(kind)(known?.settings))
  const carriers = { email: mailCarrier() !== null, sms: textCarrier() !== null }
  const { followUps, more } = await listFollowUps(shop, kind, listed)
  return { kind, form, opened, view, followUps, more, listed, carriers, hasAddress: look.postalAddress !== '' }
}

/** Other settings of the shop stay as they are, and whether anything is on: that has a button of its own. */
export async function saveAutomation(
  shop: string,
  kind: AutomationKind,
  { retention, manners }: AutomationForm,
  opened?: Opened,
): Promise<Outcome<string, 'wording' | 'changed-meanwhile'>> {
  const faults: Record<string, Fault> = faultsOf(retention[kind])
  if (Object.keys(faults).length > 0) return refuse('wording', faults)
  return saveSettingsOf(shop, {
    opened,
    read: savedOf(kind),
    change: (settings) => {
      const before = retentionSettings(settings)
      const { active, since } = before[kind]
      const messages = messageSettings(settings)
      return {
        ...keptAs({ ...before, shipTogether: retention.shipTogether, [kind]: { ...retention[kind], active, since } }),
        messages: { ...messages, manners: { ...messages.manners, ...manners } },
      }
    },
  })
}

/** What the page of an automation saves: not the other one, and not what its switch does. */
const savedOf = (kind: AutomationKind) => (settings: unknown) => {
  const { [kind]: own, shipTogether } = retentionSettings(settings)
  const { offerCountries, mostPerWeek } = messageSettings(settings).manners
  return { own: { ...own, active: null, since: null }, shipTogether, offerCountries, mostPerWeek }
}

/** It begins with the orders that come after it is switched on; switched on twice, after the first time. */
export async function switchAutomation(shop: string, kind: AutomationKind, on: boolean): Promise<Outcome<null, 'no-postal-address'>> {
  const known = await reads().readShop(shop)
  // An offer by mail is advertising: CAN-SPAM and others want a postal address in it.
  if (on && !messageSettings(known?.settings).look.postalAddress) return refuse('no-postal-address')
  const since = (was: string | null) => (on ? (was ?? now().toISOString()) : null)
  const switched = ({ [kind]: own, ...others }: RetentionSettings) =>
    keptAs({ ...others, [kind]: { ...own, active: on, since: since(own.since) } } as RetentionSettings)
  await saveSettingsOf(shop, { read: retentionSettings, change: (settings) => switched(retentionSettings(settings)) })
  return ok(null)
}

/** The very mail that would leave, with products of the shop. */
export async function previewAutomation(shop: string, kind: AutomationKind, { retention }: AutomationForm, language: Language) {
  const known = await reads().readShop(shop)
  const letter = followUpLetter(await sample(shop, kind, retention, language), language)
  const { look } = messageSettings(known?.settings)
  const framing = { language, shopName: known?.name ?? '', look, unsubscribeUrl: 'https://example.com/' }
  const { subject, html } = await renderLetter(letter, framing)
  return { subject, html, ...(retention[kind].sms && letter.short ? { short: letter.short } : {}) }
}

async function sample(shop: string, kind: AutomationKind, retention: RetentionSettings, language: Language): Promise<FollowUpContent> {
  const known = await reads().readShop(shop)
  const { percent, products } = retention['bounce-back']
  const [off, most] = kind === 'bounce-back' ? [percent, products] : [0, 1]
  const goods = await reads().readCompanions(shop, [], now())
  const shown = goods.slice(0, most)
  const praise = await reads().readPraise(
    shop,
    shown.map(({ productId }) => productId),
    language,
  )
  const items = shown.map(({ price, productId, variantId, title, imageUrl }) => ({
    productId,
    variantId,
    title,
    imageUrl,
    quantity: 1,
    was: price,
    price: percentageOff(price, off),
    praise: praise.get(productId) ?? [],
  }))
  const nothing = { productId: '0', variantId: '0', title: '—', imageUrl: null, quantity: 1, price: 0, was: 0, praise: [] }
  return {
    automation: kind,
    shopName: known?.name ?? '',
    firstName: 'Mia',
    order: '#1001',
    timeZone: known?.timeZone ?? 'UTC',
    offered: {
      items: items.length > 0 ? items : [nothing],
      take: 'one',
      percent: off,
      currency: known?.currency ?? 'USD',
      placementId: null,
      offerId: null,
      stepId: null,
      together: retention.shipTogether,
      goesWith: [],
      headline: '',
      body: '',
    },
    link: `https://${shop}/apps/reviews/offer?t=preview`,
    until: lastsUntil(now(), retention[kind], known?.timeZone ?? 'UTC').toISOString(),
    own: retention[kind].words[language] ?? null,
  }
}

export async function sendTestMessage(shop: string, kind: AutomationKind, asked: TestMail & { form: AutomationForm }): Promise<void> {
  await queueTest(shop, 'test-offer', asked, await sample(shop, kind, asked.form.retention, asked.language))
}
