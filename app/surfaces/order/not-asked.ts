import type { Deed, LinkSurface } from '../placements/placement.ts'

export type WhyNotAsked = 'elsewhere' | 'switched-off' | 'not-placed' | 'taken-already' | 'not-opened' | 'met-elsewhere' | 'no-message'
export interface NotAsked {
  surface: LinkSurface
  because: WhyNotAsked
}

interface Block {
  on: boolean
  seen: boolean
  elsewhere: boolean
}

/**
 * Why a surface decided nothing for a purchase, as far as what we hold tells. `block`: the block of its page, how it is set today, and
 * whether the purchase was made elsewhere than where it stands.
 */
export function whyNotAsked(surface: LinkSurface, block: Block | null, deeds: readonly Deed[]): WhyNotAsked {
  if (!block) return deeds.some((deed) => deed.surface !== surface) ? 'met-elsewhere' : 'no-message'
  if (block.elsewhere) return 'elsewhere'
  if (!block.on) return 'switched-off'
  if (!block.seen) return 'not-placed'
  return deeds.some(({ kind }) => kind === 'accepted') ? 'taken-already' : 'not-opened'
}
