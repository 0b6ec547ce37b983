import { z } from 'zod'
import { REQUEST_WORDS } from '../reviews/asking/request-words.ts'
import { numberFormat } from '../values/formats.ts'
import type { Language } from '../values/languages.ts'
import type { Block, Letter } from '../values/letter.ts'
import { formatMoney } from '../values/money.ts'
import { MOST_NAME, shorten } from '../values/short.ts'
import { MESSAGE_WORDS, type MessageWords } from './message-words.ts'
import { Offered, type OfferedItem } from './offered.ts'
import { AUTOMATIONS, OwnWords } from './settings.ts'

/** Everything that one message says, as it was when it was written down. */
export const FollowUpContent = z.object({
  automation: z.enum(AUTOMATIONS),
  shopName: z.string(),
  firstName: z.string().nullable(),
  order: z.string(), // its name
  timeZone: z.string(), // the shop's
  offered: Offered,
  link: z.string(),
  until: z.iso.datetime(),
  own: OwnWords.nullable(),
})
export type FollowUpContent = z.infer<typeof FollowUpContent>

const PLACEHOLDERS = ['shop', 'name', 'order', 'product'] as const
/** What a merchant's own words may name; only a text message says itself where its link stands. */
export const PLACEHOLDERS_OF: Readonly<Record<keyof OwnWords, readonly string[]>> = {
  subject: PLACEHOLDERS,
  intro: PLACEHOLDERS,
  text: [...PLACEHOLDERS, 'link'],
}

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)

/** The mail, and the same as a text message. */
export function followUpLetter(content: unknown, language: Language): Letter {
  const told = FollowUpContent.parse(content)
  const { automation, offered, own, link, firstName } = told
  const words = MESSAGE_WORDS[language]
  const [first] = offered.items
  const date = dayIn(told.until, told.timeZone, language)
  const saving = savingOf(offered, language)
  const several = offered.take === 'one' && offered.items.length > 1
  const values = {
    shop: told.shopName,
    name: firstName ?? '',
    order: told.order,
    product: shorten(first?.title ?? '', MOST_NAME),
    saving,
    date,
  }
  const say = (text: string) => fill(text, values)
  const [ourSubject, ourIntro] = automation === 'missed-offer' ? [words.missed, words.missedIntro] : [words.bounce, words.bounceIntro]
  const subject = say(own?.subject || ourSubject)
  const intro = say(own?.intro || ourIntro)
  const terms = say(saving ? words.saving : words.until)
  const blocks: Block[] = [
    { kind: 'text', text: fill(firstName ? REQUEST_WORDS[language].hello : REQUEST_WORDS[language].helloNobody, values) },
    { kind: 'text', text: intro },
    ...(offered.headline ? [{ kind: 'heading', text: offered.headline } as const] : []),
    ...(offered.body ? [{ kind: 'text', text: offered.body } as const] : []),
    ...offered.items.map((item, at) => productOf(item, several ? at : null, told, language)),
    ...(several ? [] : [{ kind: 'button', label: words.action, url: link } as const]),
    { kind: 'text', text: [terms, offered.together ? say(words.together) : ''].filter(Boolean).join('\n') },
    ...(saving ? [{ kind: 'note', text: words.once } as const] : []),
  ]
  const short = textOf(own?.text ?? '', { ...values, subject: say(ourSubject), terms, link }, words)
  return { subject, preview: [intro, terms].join(' · ').slice(0, 140), blocks, short }
}

/** Who sends it, what it offers until when, the link and how to stop are in each (TCPA), wherever her own words put them or not. */
function textOf(own: string, values: Readonly<Record<string, string>>, words: MessageWords): string {
  const [shop, terms, link] = ['{shop}', '{terms}', '{link}']
  const said = own === '' ? '{subject}.' : own
  const named = said.includes(shop) ? said : `${shop}: ${said}`
  const linked = said.includes(link) ? `${named} ${terms}` : `${named} ${terms} ${link}`
  return `${fill(linked, values).replaceAll(/\s+/g, ' ').trim()} ${words.stop}`
}

/** With a link of its own where she takes one of several. */
function productOf(item: OfferedItem, at: number | null, { offered: { currency }, link }: FollowUpContent, language: Language): Block {
  const { title, imageUrl, quantity, price, was, praise } = item
  return {
    kind: 'product',
    title: quantity > 1 ? `${numberFormat(language, {}).format(quantity)} × ${title}` : title,
    imageUrl,
    url: at === null ? link : itemLink(link, at),
    ...(currency ? pricesOf(price, was, (amount) => formatMoney({ amount, currency }, language)) : {}),
    praise,
    stars: [],
    action: at === null ? null : MESSAGE_WORDS[language].action,
  }
}

const pricesOf = (price: number, was: number, say: (amount: number) => string) => ({
  price: say(price),
  ...(was > price ? { was: say(was) } : {}),
})

/** The link of a message, for one of the things that it offers. */
export const itemLink = (link: string, at: number): string => `${link}&item=${at}`

/** `10 %`, or the amount where that is what comes off: of all together, or of whichever she takes. */
function savingOf({ items, take, percent, currency }: Offered, language: Language): string {
  if (percent > 0) return numberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(percent / 100)
  const offs = items.map(({ was, price, quantity }) => (was - price) * quantity)
  const off = take === 'one' ? Math.min(...offs) : offs.reduce((sum, one) => sum + one, 0)
  return off > 0 && currency ? formatMoney({ amount: off, currency }, language) : ''
}

/** The last day of an offer, on the shop's clock, as her language writes it. */
export const dayIn = (until: string, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(Date.parse(until))
