import { createHmac, timingSafeEqual } from 'node:crypto'
import { environment } from '#app/platform/env.server.ts'
import type { About } from './follow-ups.server.ts'
import type { AutomationKind } from './settings.ts'

/** Below `[app_proxy]` of shopify.app.toml. */
const PATH = '/apps/reviews/offer'
/** A text message has room for a letter. */
const LETTERS: Readonly<Record<AutomationKind, string>> = { 'missed-offer': 'm', 'bounce-back': 'b' }

const signatureOf = (shop: string, named: string): Buffer =>
  createHmac('sha256', environment().SHOPIFY_API_SECRET).update(`follow-up ${shop} ${named}`).digest().subarray(0, 16)

/** On the shop's own domain; whoever has it needs no login, and it says nothing about her. */
export function offerLink({ shop, automation, orderId }: About): string {
  const named = `${LETTERS[automation]}${orderId}`
  return `https://${shop}${PATH}?t=${named}.${signatureOf(shop, named).toString('base64url')}`
}

/** Null: nobody gave out this link. */
export function readOfferLink(shop: string, token: string): About | null {
  const [, letter, orderId = '', signature = ''] = /^([a-z])(\d{1,20})\.([\w-]{22})$/.exec(token) ?? []
  const automation = (Object.keys(LETTERS) as AutomationKind[]).find((kind) => LETTERS[kind] === letter)
  if (!automation) return null
  const [expected, given] = [signatureOf(shop, `${letter}${orderId}`), Buffer.from(signature, 'base64url')]
  return given.length === expected.length && timingSafeEqual(given, expected) ? { shop, automation, orderId } : null
}
