/** Why she cannot be written to by one channel; the platform's rules for marketing say so. */
export type Unreachable = 'no-address' | 'no-consent' | 'unsubscribed' | 'bounced' | 'complained' | 'merchant'
export type Channel = 'email' | 'sms'

/** Null: she may be written to. */
export type Reach = Readonly<Record<Channel, Unreachable | null>>

export type Way = { channel: Channel } | { channel: null; because: Unreachable }

/** By e-mail where that is allowed, else by text message if the merchant sends any; never by both. */
export function wayTo(reach: Reach, sms: boolean): Way {
  if (reach.email === null) return { channel: 'email' }
  if (sms && reach.sms === null) return { channel: 'sms' }
  return { channel: null, because: reach.email }
}
