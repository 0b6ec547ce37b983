import type { Settings } from '../settings.ts'

type Span = Pick<Settings, 'webhookRetries' | 'webhookRetrySpanMs'>

/**
 * How long after the first attempt each retry leaves, in ms: every pause is twice the one before it and the last retry
 * comes at the end of the span (8 over 4 hours: after 56 s, 169 s, 395 s, ... 4 h).
 */
export function retrySchedule({ webhookRetries, webhookRetrySpanMs }: Span): number[] {
  const first = webhookRetrySpanMs / (2 ** webhookRetries - 1)
  return Array.from({ length: webhookRetries }, (_, index) => Math.round(first * (2 ** (index + 1) - 1)))
}
