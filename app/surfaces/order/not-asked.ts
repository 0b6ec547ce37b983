import type { Deed, LinkSurface } from '../placements/placement.ts'

export type WhyNotAsked = 'switched-off' | 'not-placed' | 'taken-already' | 'not-opened' | 'met-elsewhere' | 'no-message'
export interface NotAsked {
  surface: LinkSurface
  because: WhyNotAsked
}

/** Why a surface decided nothing for a purchase, as far as what we hold tells. `block`: the block of its page, and how it is set today. */
export function whyNotAsked(surface: LinkSurface, block: { on: boolean; seen: boolean } | null, deeds: readonly Deed[]): WhyNotAsked {
  if (!block) return deeds.some((deed) => deed.surface !== surface) ? 'met-elsewhere' : 'no-message'
  if (!block.on) return 'switched-off'
  if (!block.seen) return 'not-placed'
  return deeds.some(({ kind }) => kind === 'accepted') ? 'taken-already' : 'not-opened'
}
