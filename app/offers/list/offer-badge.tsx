import { Badge as StatusBadge } from '@shopify/polaris'
import type { Badge } from './listing.ts'
import { LIST_WORDS } from './words.ts'

const TONES: Record<Badge, { tone?: 'success' | 'info' | 'attention' | 'warning' }> = {
  active: { tone: 'success' },
  scheduled: { tone: 'info' },
  ended: { tone: 'warning' },
  stopped: { tone: 'warning' },
  paused: { tone: 'attention' },
  draft: {},
  archived: {},
}

export const OfferBadge = ({ badge }: { badge: Badge }) => <StatusBadge {...TONES[badge]}>{LIST_WORDS.badges[badge]}</StatusBadge>
