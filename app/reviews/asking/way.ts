import type { AskingSettings } from './settings.ts'

/** How a shopper can be reached. A number is only named here when its owner agreed to text messages. */
export interface Reachable {
  email: string | null
  number: string | null
}

export type Way = { channel: 'email' | 'sms'; to: string }

/** By which of the two she is asked; null: by neither. */
export function wayTo({ email, number }: Reachable, texts: AskingSettings['texts']): Way | null {
  if (number && (texts === 'preferred' || (texts === 'without-email' && !email))) return { channel: 'sms', to: number }
  return email ? { channel: 'email', to: email } : null
}

/** Whether her number is worth asking Shopify for. */
export const wantsNumber = (email: string | null, texts: AskingSettings['texts']): boolean =>
  texts === 'preferred' || (texts === 'without-email' && !email)
