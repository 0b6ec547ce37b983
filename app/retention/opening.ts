/** What is known when she follows the link of a message. */
export interface Opening {
  /** Null: it was erased, or nothing was ever offered. */
  offer: { lastsUntil: Date; together: boolean } | null
  /** She has bought by this link, or accepted the same elsewhere meanwhile. */
  taken: boolean
  /** The order that the message follows is on its way, or cancelled. */
  hasLeft: boolean
  /** She has read that it ships separately, and goes on. */
  goesOn: boolean
  now: Date
}

export type Told = 'unknown' | 'ended' | 'taken' | 'separately'
export type Opened = { do: 'checkout'; together: boolean } | { do: 'say'; what: Told }

/** To the checkout, unless something has changed since the message that she should know before. */
export function open({ offer, taken, hasLeft, goesOn, now }: Opening): Opened {
  if (!offer) return { do: 'say', what: 'unknown' }
  if (taken) return { do: 'say', what: 'taken' }
  if (now > offer.lastsUntil) return { do: 'say', what: 'ended' }
  if (offer.together && hasLeft && !goesOn) return { do: 'say', what: 'separately' }
  return { do: 'checkout', together: offer.together && !hasLeft }
}
