import { z } from 'zod'
import type { OfferDefinition } from '../offer.ts'

/** An A/B test: two offers for the same purchases, each shown to its own share of the shoppers. */
export interface Experiment {
  id: string
  originalId: string // A
  challengerId: string // B
  share: number // percent of the shoppers that see B
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
  keptId: string | null // which of the two everybody sees since it ended
}

export type Stage = 'prepared' | 'running' | 'ended'
export const stageOf = ({ startedAt, endedAt }: Pick<Experiment, 'startedAt' | 'endedAt'>): Stage =>
  endedAt ? 'ended' : startedAt ? 'running' : 'prepared'

const id = z.string().min(1).max(40)
const Share = z.number().int().min(5).max(95)
export const SHARES = [10, 20, 30, 40, 50, 60, 70, 80, 90] as const

/** What the test's page may ask for. */
export const ExperimentRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('prepare'), key: z.uuid() }),
  z.object({ action: z.literal('start'), experiment: id, share: Share }),
  z.object({ action: z.literal('align'), experiment: id }),
  z.object({ action: z.literal('end'), experiment: id, keep: id }),
  z.object({ action: z.literal('discard'), experiment: id }),
])
export type ExperimentRequest = z.infer<typeof ExperimentRequest>

export type Refused = 'gone' | 'archived' | 'in-test' | 'same' | 'over'

/** What the two must have in common to be shown to the same purchases. Their place in the list is not part of it: they never compete. */
export const SHARED = ['rules', 'schedule', 'shownOn', 'caps', 'chooseBy'] as const
export type Shared = (typeof SHARED)[number]

/** A definition is what its schema made, so that equal ones read alike. */
const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

export const differsIn = (original: OfferDefinition, challenger: OfferDefinition): Shared[] =>
  SHARED.filter((part) => !alike(original[part], challenger[part]))

/** The challenger with everything but its name and its steps taken from the original. */
export const aligned = (original: OfferDefinition, challenger: OfferDefinition): OfferDefinition => ({
  ...original,
  title: challenger.title,
  steps: challenger.steps,
  arm: challenger.arm,
})

/** Nothing to find out: shoppers would see the same. */
export const isSame = (original: OfferDefinition, challenger: OfferDefinition): boolean => alike(original.steps, challenger.steps)

/** What the challenger is called at first. */
export const challengerTitle = (title: string): string => `${title.slice(0, 116)} (B)`
