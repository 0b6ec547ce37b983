import type { ProviderName } from './provider.ts'

interface ProviderWords {
  label: string
  /** Where its address goes. */
  where: string
  /** What its key is called there; absent where it has none. */
  secret?: string
  apiKey?: string
  note?: string
}

/** What a merchant has to know of each review app, in that app's own words. */
export const providerWords: Readonly<Record<ProviderName, ProviderWords>> = {
  judgeme: {
    label: 'Judge.me',
    where: 'Judge.me takes webhook addresses through its API: create webhooks for review/created and review/updated with this address.',
    secret: 'Private API token (Judge.me: Settings, Integrations, View API tokens)',
    note: 'The private token, not the public one.',
  },
  okendo: {
    label: 'Okendo',
    where: 'Create a webhook subscription for the topics review.create and review.update with this address (Advanced plan and above).',
    secret: 'Webhook secret (begins with whsec_)',
  },
  yotpo: {
    label: 'Yotpo Reviews',
    where: 'Ask your Yotpo representative to enable webhooks, then add this address for review_create and review_updated.',
    apiKey: 'App key',
    secret: 'Secret key',
    note: 'With both keys Encore asks Yotpo for each review before it pays.',
  },
  stamped: {
    label: 'Stamped',
    where: 'In Stamped: Settings, Webhooks. Paste this address as the payload URL and tick Reviews.',
    secret: 'The secret that you entered there',
  },
  fera: {
    label: 'Fera',
    where: 'In Fera: Settings, API and webhooks. Add this address for review_create and review_update. Fera tries it out as you save.',
    secret: 'Store secret key (begins with sk_)',
    note: 'The same key lets Encore ask Fera for the review and the reviewer’s address.',
  },
  reviewsio: {
    label: 'REVIEWS.io',
    where: 'Create a webhook with this address, including product and user. Reviews of the company are never rewarded.',
  },
  trustoo: {
    label: 'Trustoo',
    where: 'Add this address for review/created and review/updated.',
    secret: 'Private token',
    note: 'How Trustoo signs is not public; Encore assumes timestamp and body. If every event is refused, connect it through Shopify Flow.',
  },
  loox: {
    label: 'Loox',
    where:
      'On every plan: a Shopify Flow workflow with Loox’s trigger “New review” and the action “Send HTTP request”, POST to this address, with email, product_id, order_id and photo_url as JSON.',
    secret: 'Webhook validation key (only if Loox’s own webhook is used)',
  },
  shopify: {
    label: 'Shopify product reviews',
    where: 'Review apps that syndicate write each review as Shopify’s product_review, with its order and customer.',
    note: 'Shopify shows these only to apps that it has approved for them. Until then nothing arrives.',
  },
  generic: {
    label: 'A connection of your own',
    where: 'Send review.created and review.updated to this address, signed by the Standard Webhooks specification (standardwebhooks.com).',
    secret: 'Signing secret (begins with whsec_)',
  },
  flow: {
    label: 'Shopify Flow',
    where: 'For every other app with a Flow trigger: end the workflow with Encore’s action “Issue a review reward”.',
    note: 'Shopify signs each run. A workflow must not look at the rating before it comes to the action: a reward that depends on it is unlawful (16 CFR 465.4). The action asks you to confirm that, needs the id of the review, and pays nothing for reviews that Encore collects or receives by itself: they have your reward program.',
  },
}
