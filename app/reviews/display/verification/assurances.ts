/** What “How we verify reviews” may say (Omnibus directive, R8); `assured` chooses what is true of this shop. */
export interface Assurances {
  intro: string // {shop}
  verified: string
  open: string // anybody may write
  closed: string
  all: string // nothing is hidden for its rating
  partial: string
  rewards: string
  noRewards: string
  imported: string
  edited: string
  average: string
}

export interface Practice {
  /** Anybody may write a review. */
  open: boolean
  /** Some are hidden because of their rating. */
  partial: boolean
  /** Some were rewarded, or may be. */
  rewards: boolean
  /** Some were brought along from another app. */
  imports: boolean
}

/** Only sentences that are true now. */
export const assured = ({ open, partial, rewards, imports }: Practice): (keyof Assurances)[] => [
  'intro',
  'verified',
  open ? 'open' : 'closed',
  partial ? 'partial' : 'all',
  rewards ? 'rewards' : 'noRewards',
  ...(imports ? (['imported'] as const) : []),
  'edited',
  'average',
]
