import { createHash } from 'node:crypto'
import type { ReviewFacts } from '../../reviews/review-facts.ts'
import type { SoughtReview } from '../../reviews/sought.ts'
import { db } from '../../platform/db.server.ts'
import type { Delivered, Reaction, TopicTable } from '../../platform/deliveries.server.ts'
import { believe, completed } from './believe.ts'
import type { Evidence, Unheeded } from './believe.ts'
import { noteEvent, readConnection } from './connections.server.ts'
import { fetchBack } from './fetch-back.server.ts'
import { wasHeardOf } from './heard.server.ts'
import { PROVIDERS } from './provider.ts'
import type { Provider, ToldReview } from './provider.ts'
import { hasAddress, levelOf, providers } from './providers.ts'
import { isRehearsal } from './rehearsal.ts'
import { topicOf } from './topic.ts'
import { words } from './words.ts'

/** What receiving a review takes of the others. */
export interface ReviewReads {
  identifyProduct(shop: string, product: ToldReview['product']): Promise<string | null>
  findPurchase(
    shop: string,
    sought: { productId: string; order: string | null; customerId: string | null; email: string | null; before: Date },
  ): Promise<Evidence['purchase']>
  hasReview(shop: string, sought: SoughtReview): Promise<boolean>
  readInsiders(shop: string): Promise<Evidence['insiders']>
  earnReward(facts: ReviewFacts): Promise<unknown>
}

/** What each provider's deliveries move. */
export const providerTopics = (reads: ReviewReads): TopicTable =>
  Object.fromEntries(PROVIDERS.map((name) => [topicOf(name), takeReviews(providers[name], reads)]))

/** What Shopify's own topics move, for reviews that other apps syndicate. */
export function syndicatedTopics(reads: ReviewReads) {
  const take = takeReviews(providers.shopify, reads)
  return { 'metaobjects/create': take, 'metaobjects/update': take }
}

const takeReviews =
  (provider: Provider, reads: ReviewReads): Reaction =>
  async (delivery) => {
    if (!(await isWanted(provider, delivery.shop))) return { ignored: words.switchedOff }
    if (isRehearsal(delivery.body)) return { ignored: words.ownTest }
    await noteEvent(delivery.shop, provider.name, delivery.receivedAt)
    const outcomes: (Unheeded | null)[] = []
    for (const told of provider.read(delivery.body)) outcomes.push(await takeReview(provider, told, delivery, reads))
    const unheeded = outcomes.filter((because) => because !== null)
    if (unheeded.includes('not-yet-fulfilled')) throw new Error(words.unheeded['not-yet-fulfilled'])
    if (outcomes.length === 0) return { ignored: words.noReview }
    if (unheeded.length < outcomes.length) return
    return { ignored: [...new Set(unheeded)].map((because) => words.unheeded[because]).join('; ') }
  }

/** What comes through Shopify has no address that could be closed. A workflow is the merchant's own wish; other apps' reviews wait for hers. */
async function isWanted(provider: Provider, shop: string): Promise<boolean> {
  if (hasAddress(provider)) return true
  const connection = await readConnection(shop, provider.name)
  return connection?.active ?? provider.name === 'flow'
}

async function takeReview(provider: Provider, event: ToldReview, delivery: Delivered, reads: ReviewReads): Promise<Unheeded | null> {
  const { shop, receivedAt } = delivery
  const connection = await readConnection(shop, provider.name)
  const level = levelOf(provider, { header: connection?.header ?? null })
  const fetched = event.deleted ? null : await askBack(provider, event, connection)
  if (fetched === 'unknown') return 'unproven'
  const told = fetched ? completed(fetched, event) : event
  const productId = await reads.identifyProduct(shop, told.product)
  const before = new Date(Math.max(receivedAt.getTime(), told.submittedAt?.getTime() ?? 0))
  const purchase = productId ? await reads.findPurchase(shop, { ...told, productId, before }) : null
  const { locale = 'en' } = (await db.shop.findUnique({ where: { shop }, select: { locale: true } })) ?? {}
  const insiders = await reads.readInsiders(shop)
  const knownHere = provider.name === 'flow' && productId !== null && (await isKnownHere(shop, productId, told, purchase, reads))
  const proof = { knownHere, level, fetchedBack: fetched !== null, productId, purchase, reviewKey: keyOf(told, productId) }
  const believed = believe(told, { ...proof, shop, provider: provider.name, receivedAt, language: locale, insiders })
  if (!believed.ok) return believed.because
  await reads.earnReward(believed.value)
  return null
}

/** By whatever id a workflow calls it: one that begins with Encore's own trigger is always about such a review. */
async function isKnownHere(
  shop: string,
  productId: string,
  { customerId, email }: ToldReview,
  purchase: Evidence['purchase'],
  { hasReview }: ReviewReads,
): Promise<boolean> {
  const sought = {
    productId,
    orderId: purchase?.orderId ?? null,
    customerId: customerId ?? purchase?.customerId ?? null,
    email: (email ?? purchase?.email)?.toLowerCase() ?? null,
  }
  return (await hasReview(shop, sought)) || wasHeardOf(shop, sought)
}

/** Null where nobody can be asked: no such API, no key for it, or the event has proven itself. */
async function askBack(
  { level, fetchBack: api }: Provider,
  { id }: ToldReview,
  connection: { secret: string | null; apiKey: string | null } | null,
): Promise<ToldReview | 'unknown' | null> {
  if (level === 'signed' || !api || !id || !connection) return null
  const opens = api.token ? connection.apiKey && connection.secret : (connection.apiKey ?? connection.secret)
  return opens ? fetchBack(api, id, connection) : null
}

// Who wrote about what, where a provider gives a review no id: a second event about it is the same review.
const keyOf = ({ email, customerId, order }: ToldReview, productId: string | null): string =>
  createHash('sha256').update(JSON.stringify([email ?? customerId, productId, order])).digest('hex').slice(0, 32) // prettier-ignore
