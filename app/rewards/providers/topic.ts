import type { ProviderName } from './provider.ts'

/** What a provider's deliveries are called in the inbox; Shopify's own reviews keep Shopify's topic. */
export const topicOf = (provider: ProviderName): string => `reviews/${provider}`
