import { z } from 'zod'
import { ruleKind } from './kind.ts'

const CHANNELS = {
  web: 'the online store',
  pos: 'the point of sale',
  shop: 'the Shop app',
  draft: 'a draft order',
  other: 'another channel',
} as const
type Channel = keyof typeof CHANNELS

export const channel = ruleKind({
  kind: 'channel',
  schema: z.object({ kind: z.literal('channel'), channel: z.enum(Object.keys(CHANNELS) as [Channel, ...Channel[]]) }),
  title: 'Sales channel',
  group: 'journey',
  fields: [
    {
      name: 'channel',
      label: 'Channel',
      type: 'choice',
      options: Object.entries(CHANNELS).map(([value, name]) => ({ value, label: name.charAt(0).toUpperCase() + name.slice(1) })),
    },
  ],
  empty: () => ({ kind: 'channel', channel: 'web' }),
  sentence: ({ channel }) => `bought through ${CHANNELS[channel]}`,
  opposite: ({ channel }) => `did not buy through ${CHANNELS[channel]}`,
  check:
    ({ channel }) =>
    (facts) =>
      facts.channel === null ? 'unknown' : facts.channel === channel,
  needs: 'checkout',
  keys: ({ channel }) => ({ key: 'channel', values: [channel] }),
  selectivity: ({ channel }) => (channel === 'web' ? 0.9 : 0.1),
  source: 'the checkout, which Shopify tells before the payment',
})

/** Shopify's `source_name` -> the channel it stands for. */
export function channelOf(sourceName: string | null): Channel | null {
  if (sourceName === null) return null
  if (sourceName === 'web' || sourceName === 'pos') return sourceName
  if (sourceName === 'shopify_draft_order') return 'draft'
  return /^(shop|shop_app|3890849)$/.test(sourceName) ? 'shop' : 'other'
}
