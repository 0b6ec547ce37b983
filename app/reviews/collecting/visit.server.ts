import { db } from '#app/platform/db.server.ts'
import { languageOf, type Language } from '#app/values/languages.ts'
import { messageSettings } from '#app/values/manners.ts'
import { ok, refuse, type Outcome } from '#app/values/outcome.ts'
import { sourceIdOf, type Writer } from '../review.ts'
import { newPass, readLink, readPass, type LinkFault, type PassRead } from './link.server.ts'
import { promisedVersion } from '../terms.ts'
import { reads, type Bought, type Good, type Promised } from './reads.server.ts'
import { readCollecting } from './settings.server.ts'
import type { CollectingSettings } from './settings.ts'

/** What a request for the form brings along. */
export interface Asked {
  shop: string
  /** Where the form lives on the shop's domain. */
  action: string
  token: string | null
  pass: string | null
  productId: string | null
  /** Chosen in the mail already. */
  rating: number | null
  /** Who is logged in at the shop, as Shopify says. */
  customerId: string | null
  /** The page that she came from was in this language. */
  locale: string | null
  /** What her browser asks for. */
  spoken: string | null
  address: string | null
}

export interface KnownReview {
  id: string
  productId: string
  version: number
  rating: number
  title: string
  body: string
  author: string
  recommends: boolean | null
  answers: unknown
  submittedAt: Date
  media: { id: string; kind: string; url: string | null }[]
}

/** Who is here, what she may rate, and what she wrote before. */
export interface Visit {
  shop: string
  shopName: string
  /** Of the shop: its codes end at the end of a day there. */
  timeZone: string
  /** The shop's logo, as its mails show it; empty: its name. */
  logoUrl: string
  language: Language
  writer: Writer
  order: Bought | null
  requestId: string | null
  terms: unknown
  promise: Promised | null
  goods: readonly Good[]
  /** Of these, what she sends back: she may still say what she thinks of it, for only the pleased would be heard otherwise. */
  gone: readonly string[]
  known: ReadonlyMap<string, KnownReview>
  settings: CollectingSettings
  pass: { token: string; read: PassRead }
}

export type VisitFault = LinkFault | 'closed' | 'gone'

export async function readVisit(asked: Asked): Promise<Outcome<Visit, VisitFault>> {
  const [settings, shop, pass] = await Promise.all([readCollecting(asked.shop), reads().readShop(asked.shop), passOf(asked)])
  if (!pass.ok) return pass
  const who = asked.token ? await invited(asked, asked.token) : await uninvited(asked, settings, pass.value.read)
  if (!who.ok) return who
  const { productIds, ...person } = who.value
  const goods = await reads().readGoods(asked.shop, productIds)
  if (goods.length === 0) return refuse('gone')
  const language = languageOf(asked.locale ?? person.language ?? asked.spoken ?? shop?.locale ?? 'en')
  const [gone, known, promise] = await Promise.all([
    person.order ? reads().readGone(asked.shop, person.order.orderId) : ([] as string[]),
    readKnown(asked.shop, person.writer, productIds),
    reads().readPromise(asked.shop, language, promisedVersion(person.terms) ?? undefined),
  ])
  return ok({
    shop: asked.shop,
    promise,
    shopName: shop?.name ?? '',
    timeZone: shop?.timeZone ?? 'UTC',
    logoUrl: messageSettings(shop?.settings).look.logoUrl,
    goods: [...goods].sort((a, b) => Number(gone.includes(a.id)) - Number(gone.includes(b.id))),
    gone,
    known,
    settings,
    pass: pass.value,
    ...person,
    language,
  })
}

/** A page that lay open for days on a phone is as good as a new one where its link says who she is. */
async function passOf({ shop, pass, token: link }: Pick<Asked, 'shop' | 'pass' | 'token'>): Promise<Outcome<Visit['pass'], LinkFault>> {
  const token = pass ?? (await newPass(shop))
  const read = await readPass(shop, token)
  if (!read.ok && read.because === 'expired' && link) return passOf({ shop, pass: null, token: link })
  return read.ok ? ok({ token, read: read.value }) : read
}

type Person = Pick<Visit, 'writer' | 'order' | 'requestId' | 'terms'> & { language: string | null; productIds: readonly string[] }

/** By the link of her own request: no login. */
async function invited({ shop }: Asked, token: string): Promise<Outcome<Person, LinkFault>> {
  const link = await readLink(shop, token)
  if (!link.ok) return link
  const request = await db.reviewRequest.findUnique({ where: { shop_id: { shop, id: link.value.requestId } } })
  if (!request) return refuse('forged')
  const order = await reads().readBought(shop, request.orderId)
  return ok({
    writer: { kind: 'order', orderId: request.orderId },
    order,
    requestId: request.id,
    terms: request.terms,
    language: request.language,
    productIds: request.productIds.length > 0 ? request.productIds : (order?.productIds ?? []),
  })
}

/** Without a link: whoever is logged in and has bought it is as good as invited; anybody else only where the merchant allows it. */
async function uninvited(asked: Asked, settings: CollectingSettings, pass: PassRead): Promise<Outcome<Person, 'closed' | 'forged'>> {
  const { shop, productId, customerId } = asked
  if (!productId) return refuse('closed')
  const order = customerId ? await reads().findBought(shop, customerId, productId) : null
  if (!order && settings.writers !== 'anyone') return refuse('closed')
  const writer: Writer = order
    ? { kind: 'order', orderId: order.orderId }
    : customerId
      ? { kind: 'customer', customerId }
      : { kind: 'pass', pass: pass.id }
  return ok({ writer, order, requestId: null, terms: null, language: order?.locale ?? null, productIds: [productId] })
}

async function readKnown(shop: string, writer: Writer, productIds: readonly string[]): Promise<Map<string, KnownReview>> {
  const sourceIds = productIds.map((id) => sourceIdOf(writer, id))
  const rows = await db.review.findMany({ where: { shop, source: 'form', sourceId: { in: sourceIds } } })
  const media = await db.reviewMedia.findMany({
    where: { shop, reviewId: { in: rows.map(({ id }) => id) }, state: { not: 'failed' } },
    orderBy: { position: 'asc' },
    omit: { body: true },
  })
  return new Map(rows.map((row) => [row.productId, { ...row, media: media.filter(({ reviewId }) => reviewId === row.id) }]))
}
