/** How a delivery proves who sent it. */
export type Seal =
  | { kind: 'hmac'; headers: readonly string[]; encoding: Encoding; over?: 'timestamp-and-body'; timestamp?: string }
  // Standard Webhooks, and Svix, whose headers have another name.
  | { kind: 'standard'; prefixes: readonly string[] }
  | { kind: 'jwt'; parameter: string }
  | { kind: 'shared-secret'; headers: readonly string[]; shopHeader: string }
  // Signed if the merchant says in which header; else the address is the secret.
  | { kind: 'configured' }
  | { kind: 'shopify' }
  | { kind: 'address' }
export type Encoding = 'hex' | 'base64'

/** Why a delivery was refused, for the merchant. */
export const SEAL_FAULTS = ['no-key', 'unsigned', 'wrong-signature', 'too-old', 'another-shop'] as const
export type SealFault = (typeof SEAL_FAULTS)[number]

/** What came, before anybody believes it. */
export interface Letter {
  header: (name: string) => string | undefined
  query: (name: string) => string | null
  body: Buffer
}

/** Of the connection that the address names. */
export interface SealKeys {
  shop: string
  secret: string | null
  header: string | null
  encoding: Encoding | null
}

const TOLERANCE = 300

/** Five minutes either way (Svix; Standard Webhooks). `timestamp` is in seconds, or in milliseconds. */
export function isTimely(timestamp: string, now: Date): boolean {
  const given = Number(timestamp)
  if (!/^\d{9,14}$/.test(timestamp)) return false
  const seconds = given > 1e11 ? given / 1_000 : given
  return Math.abs(now.getTime() / 1_000 - seconds) <= TOLERANCE
}
