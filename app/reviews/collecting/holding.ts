import type { CollectingSettings } from './settings.ts'
import type { SpamRule } from './spam.ts'

/** Why a review waits: a spam rule, the merchant who looks at all of them, or a rating he set. */
export type HeldFor = SpamRule | 'looked-at-first' | 'low-rating'

export interface Standing {
  state: 'published' | 'held' | 'hidden'
  heldFor: HeldFor | null
  /** Not suspected of anything: it is rewarded now, whether it waits or not (R3). */
  genuine: boolean
}

/** What becomes of a review, new or rewritten. One that the merchant hid stays hidden; its reason was not the wording alone. */
export function judgeState(
  suspicion: SpamRule | null,
  { holding, holdUpTo }: CollectingSettings,
  rating: number,
  before: { state: string; heldFor: string | null } | null,
): Standing {
  if (before?.state === 'hidden') return { state: 'hidden', heldFor: null, genuine: false }
  if (suspicion) return { state: 'held', heldFor: suspicion, genuine: false }
  if (holding === 'all') return { state: 'held', heldFor: 'looked-at-first', genuine: true }
  if (holding === 'low' && rating <= holdUpTo) return { state: 'held', heldFor: 'low-rating', genuine: true }
  return { state: 'published', heldFor: null, genuine: true }
}
