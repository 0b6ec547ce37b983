import type { Language } from '../../values/languages.ts'
import type { Letter } from '../../values/letter.ts'

export type Channel = 'email' | 'sms'
export type Weight = 'expected' | 'unasked' | 'offer'

/** What is to be said, to whom and when. `content` is everything the letter needs, so that it can be written without asking anyone. */
export interface Asked {
  shop: string
  /** What it is about. A second message of the same key is never sent. */
  key: string
  kind: string
  /**
   * `expected`: she waits for it, such as a code that she has earned; only an address that is dead, or that has complained, stops it.
   * `unasked`: consent, an unsubscription, quiet hours and how often we write decide.
   * `offer`: marketing. As `unasked`, and only to who agreed to it, except where the law and the merchant ask less.
   */
  weight: Weight
  channel: Channel
  to: string
  customerId: string | null
  orderId: string | null
  language: Language
  content: object
  sendAt: Date
}

export interface Known extends Omit<Asked, 'content' | 'channel' | 'language' | 'weight'> {
  weight: string
  channel: string
  language: string
  content: unknown
}

/** One kind of message. `wiring.server.ts` has the table. */
export interface MessageKind {
  write(content: unknown, language: Language): Letter
  /** Asked just before it leaves; a reason when it is no longer wanted. */
  doubt?(message: Known): Promise<string | null>
  /** Asked then as well: what it says now, where that may have changed since it was written down. */
  freshen?(message: Known): Promise<object>
}

export type MessageKinds = Readonly<Record<string, MessageKind>>

/** What is known of whom a message is for, as far as it decides whether and when. */
export interface Addressee {
  country: string | null
  region: string | null
  /** To marketing e-mails, as Shopify says it in lower case: subscribed, not_subscribed, unsubscribed ... null: not known. */
  consent: string | null
  smsConsent: string | null
}

export type ReadAddressee = (shop: string, of: { customerId: string | null; orderId: string | null }) => Promise<Addressee>
