import { z } from 'zod'
import { shareOf } from '../chance.ts'

/** Whom an offer in an A/B test is for: the shoppers whose draw falls from `from` percent up to, but not at, `to`. */
export const Arm = z.object({
  experiment: z.string().min(1).max(40),
  from: z.number().int().min(0).max(100),
  to: z.number().int().min(0).max(100),
})
export type Arm = z.infer<typeof Arm>

/** The same shopper always falls on the same side of one test. Who has been erased is on neither. */
export function isInArm({ experiment, from, to }: Arm, dice: number | null): boolean {
  if (dice === null) return false
  const at = shareOf(experiment, dice) * 100
  return at >= from && at < to
}

/** The two sides of a test of which the challenger gets `share` percent of the shoppers. Together they are everybody. */
export const armsOf = (experiment: string, share: number): { original: Arm; challenger: Arm } => ({
  original: { experiment, from: 0, to: 100 - share },
  challenger: { experiment, from: 100 - share, to: 100 },
})
