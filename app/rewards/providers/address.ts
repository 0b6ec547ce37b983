import type { ProviderName } from './provider.ts'
import { hasAddress, providers } from './providers.ts'

/** Where a review app's events go. Flow's runs of every shop come to one address; null: nothing can be sent there. */
export function addressOf(appUrl: string, provider: ProviderName, token: string | null): string | null {
  if (provider === 'flow') return `${appUrl}/webhooks/reviews/flow`
  return token && hasAddress(providers[provider]) ? `${appUrl}/webhooks/reviews/${provider}/${token}` : null
}
