/** What happened in one domain that another may react to; `wiring.server.ts` says who does. */
export interface Events {
  'shop.installed': { shop: string }
  'shop.uninstalled': { shop: string }
  'catalog.changed': { shop: string }
  'order.changed': { shop: string; orderId: string }
  'transaction.recorded': { shop: string; orderId: string }
  'offers.changed': { shop: string }
  'review.received': { shop: string; reviewId: string }
  'review.changed': { shop: string; reviewId: string; productId: string }
  'message.settled': { shop: string; key: string; kind: string; state: 'sent' | 'refused' | 'bounced' | 'failed'; because: string | null }
  'reward.issued': { shop: string; rewardKey: string }
}
export type EventName = keyof Events
export type AnyEvent = { [Name in EventName]: { event: Name; payload: Events[Name] } }[EventName]

/** Reactions of one event by name; each is a job of its own, with its own tries. */
export type ReactionTable = { [Name in EventName]: Readonly<Record<string, (payload: Events[Name]) => Promise<void>>> }
