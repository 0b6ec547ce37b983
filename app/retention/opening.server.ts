import { now } from '#app/platform/clock.server.ts'
import { db } from '#app/platform/db.server.ts'
import { inkOn } from '#app/platform/messaging/blocks.ts'
import { languageOf } from '#app/values/languages.ts'
import { messageSettings } from '#app/values/manners.ts'
import { leadToCheckout } from './checkout.server.ts'
import { whereOf, type About } from './follow-ups.server.ts'
import { readOfferLink } from './link.server.ts'
import { readOffered } from './offered.ts'
import { open, type Opened, type Told } from './opening.ts'
import { openingPage, type Markup, type OpeningView } from './opening-page.ts'
import { OPENING_WORDS, type OpeningWords } from './opening-words.ts'
import { reads, type OrderKnown } from './reads.server.ts'

/** She opens the link of a message, or goes on from its page. */
export interface Followed {
  shop: string
  token: string
  item: number
  /** She has read that it ships separately. */
  goesOn: boolean
  spoken: string | null
}

export interface OpeningAnswer {
  status: number
  body: Markup
}

/** To look at it changes nothing: scanners follow every link of a mail. The page then goes on by itself, unless there is something to read. */
export async function lookAtOffer(asked: Followed): Promise<OpeningAnswer> {
  const found = await find(asked)
  const opened = await openedFor(found, asked.goesOn)
  if (opened.do === 'say') return say(asked, found, opened.what)
  return page(asked, found, 200, ({ leading, goOn }) => ({ text: leading, action: { label: goOn, query: queryOf(asked), atOnce: true } }))
}

/** The checkout is made ready: the same one, however often she goes there. */
export async function goToOffer(asked: Followed): Promise<OpeningAnswer> {
  const found = await find(asked)
  const opened = await openedFor(found, asked.goesOn)
  if (opened.do === 'say') return say(asked, found, opened.what)
  const { about, row, order, offered } = found
  if (!about || !row || !order || !offered) return say(asked, found, 'unknown')
  const led = await leadToCheckout({ row, order, offered, item: asked.item, together: opened.together })
  if (!led.ok) return say(asked, found, led.because === 'met-before' || led.because === 'bought-already' ? 'taken' : 'sold-out')
  const { url, marks } = led.value
  const visitedAt = row.visitedAt ?? now()
  await db.followUp.updateMany({ where: { ...about }, data: { visitedAt, marks: [...new Set([...row.marks, ...marks])] } })
  return page(asked, found, 200, ({ leading, goOn }) => ({
    text: leading,
    action: { label: goOn, query: '', atOnce: false },
    to: withinShop(url),
  }))
}

type Found = Awaited<ReturnType<typeof find>>

async function find({ shop, token }: Followed) {
  const about = readOfferLink(shop, token)
  const [row, orders, known] = await Promise.all([
    about && db.followUp.findUnique({ where: whereOf(about) }),
    about ? reads().readOrders(shop, [about.orderId]) : [],
    reads().readShop(shop),
  ])
  return { about, row, order: orders[0] ?? null, offered: readOffered(row?.offered), known }
}

async function openedFor({ about, row, order, offered }: Found, goesOn: boolean): Promise<Opened> {
  const offer = offered && row?.lastsUntil && order ? { lastsUntil: row.lastsUntil, together: offered.together } : null
  const taken = about && order ? await isTaken(about, order) : false
  return open({ offer, taken, hasLeft: !order || order.hasLeft || order.cancelled, goesOn, now: now() })
}

async function isTaken({ shop, automation, orderId }: About, { checkoutToken }: OrderKnown): Promise<boolean> {
  const sold = await db.followUpSale.findFirst({ where: { shop, automation, firstOrderId: orderId }, select: { orderId: true } })
  if (sold || !checkoutToken) return sold !== null
  return (await reads().readMet(shop, [checkoutToken])).get(checkoutToken)?.what === 'accepted'
}

/** Her page is on the shop's own domain, whatever that is; there she stays. */
function withinShop(url: string): string {
  const { pathname, search } = new URL(url)
  return `${pathname}${search}`
}

type Said = Told | 'sold-out'
const STATUS: Readonly<Record<Said, number>> = { unknown: 404, ended: 410, taken: 200, separately: 200, 'sold-out': 410 }
const TEXTS: Readonly<Record<Said, keyof OpeningWords>> = {
  unknown: 'unknown',
  ended: 'ended',
  taken: 'taken',
  separately: 'separately',
  'sold-out': 'soldOut',
}

const say = (asked: Followed, found: Found, what: Said): OpeningAnswer =>
  page(asked, found, STATUS[what], (words) => ({
    text: words[TEXTS[what]],
    ...(what === 'separately' ? { action: { label: words.goOn, query: `${queryOf(asked)}&on=1`, atOnce: false } } : {}),
  }))

const queryOf = ({ token, item, goesOn }: Followed): string =>
  new URLSearchParams({ t: token, ...(item ? { item: String(item) } : {}), ...(goesOn ? { on: '1' } : {}) }).toString()

type Part = Pick<OpeningView, 'text'> & Partial<Pick<OpeningView, 'action' | 'to'>>

function page(
  { shop, spoken }: Followed,
  { row, order, known }: Found,
  status: number,
  part: (words: OpeningWords) => Part,
): OpeningAnswer {
  const language = languageOf(row?.language ?? spoken ?? known?.locale ?? 'en')
  const words = OPENING_WORDS[language]
  const fill = (text: string) => text.replaceAll('{shop}', () => known?.name || shop).replaceAll('{order}', () => order?.name ?? '')
  const { color } = messageSettings(known?.settings).look
  const { text, action = null, to = null } = part(words)
  const link = { label: fill(words.toShop), url: '/' }
  const body = openingPage({ language, title: fill(words.title), text: fill(text), action, to, shop: link, color, ink: inkOn(color) })
  return { status, body }
}
