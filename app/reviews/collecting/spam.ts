import { isDisposableEmail } from 'disposable-email-domains-js'
import { MINUTES, SECONDS } from '#app/values/time.ts'

/** What is known of a review before anybody has read it. */
export interface SpamFacts {
  /** The order was found: bots do not buy. */
  verified: boolean
  /** What stood in the field that no person sees. */
  trap: string
  /** Between showing the form and sending it, in milliseconds. */
  tookMs: number
  text: string
  email: string
  /** Texts that others have written in this shop lately. */
  others: readonly string[]
  /** Reviews from the same address in the last hour, in this shop. */
  fromAddress: number
  /** An unverified review of the same product under the same e-mail. */
  again: boolean
}

export const SPAM_RULES = ['trap', 'too-fast', 'too-many', 'links', 'copied', 'throwaway-mail', 'again'] as const
export type SpamRule = (typeof SPAM_RULES)[number]
export const isSpamRule = (heldFor: string | null): boolean => SPAM_RULES.some((rule) => rule === heldFor)

const FASTEST = 3 * SECONDS
export const RATE_WINDOW = 60 * MINUTES
const MOST_PER_WINDOW = 5
const SHORT = 40 // letters: "Great product, fast delivery" is written by many
const ALIKE = 0.85

type Check = (facts: SpamFacts) => boolean

/** The first that holds is the one that the merchant reads. None of them knows the rating. */
const CHECKS: Record<SpamRule, Check> = {
  trap: ({ trap }) => trap !== '',
  // Less than no time is a clock that was put back while she wrote.
  'too-fast': ({ verified, tookMs }) => !verified && tookMs >= 0 && tookMs < FASTEST,
  'too-many': ({ verified, fromAddress }) => !verified && fromAddress >= MOST_PER_WINDOW,
  links: ({ text }) => linksIn(text) > 0,
  copied: ({ text, others }) => text.length >= SHORT && others.some((other) => likeness(text, other) >= ALIKE),
  'throwaway-mail': ({ verified, email }) => !verified && email.includes('@') && isDisposableEmail(email),
  again: ({ verified, again }) => !verified && again,
}

export const suspect = (facts: SpamFacts): SpamRule | null => SPAM_RULES.find((rule) => CHECKS[rule](facts)) ?? null

const LINK = /\bhttps?:\/\/|\bwww\.|\[url|<a\s|\b[a-z0-9-]+\.(?:com|net|org|ru|cn|info|biz|xyz|top|shop|online|site)\/\S/giu

export const linksIn = (text: string): number => [...text.matchAll(LINK)].length

/** How much two texts share, from 0 to 1, by their runs of three letters: word order and a changed name matter little. */
export function likeness(one: string, other: string): number {
  const [a, b] = [runsOf(one), runsOf(other)]
  if (a.size === 0 || b.size === 0) return 0
  const shared = [...a].filter((run) => b.has(run)).length
  return shared / (a.size + b.size - shared)
}

function runsOf(text: string): Set<string> {
  const letters = [
    ...text
      .toLowerCase()
      .normalize('NFKC')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  ]
  return new Set(letters.slice(2).map((_, index) => letters.slice(index, index + 3).join('')))
}
