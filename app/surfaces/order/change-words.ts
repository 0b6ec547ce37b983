import type { WhyClosed } from '#app/offers/funnel.ts'
import { sayItems, STEP_WORDS } from './replay-words.ts'
import type { StepToday } from './replay-steps.ts'

const skipped = (because: WhyClosed): string => STEP_WORDS.skipped(because).replace(/^S/, 's')

/** How the steps of an offer that a place shows again have changed. */
export const CHANGE_WORDS = {
  changed: (number: number, part: string, then: string, now: string) =>
    `Step ${number}, ${part.toLowerCase()}: “${then}” then, “${now}” today.`,
  added: (number: number, items: string) => `Step ${number} was not there then: ${items}.`,
  gone: (number: number, items: string) => `Step ${number} of then is gone: ${items}.`,
  otherStep: (then: string, now: string) => `The message offered ${then} then, and ${now} today.`,
  notMet: (number: number, because: WhyClosed | null) =>
    `The shopper met step ${number} then. ${because ? `Today it is ${skipped(because)}` : STEP_WORDS.unmet}`,
  otherMatch: (step: StepToday) => `Step ${step.number}: its best match was another then. Today it is ${sayItems(step)}.`,
  otherPrice: (number: number, title: string, then: string, now: string) =>
    `Step ${number}: ${title} cost ${then} then, and costs ${now} today, before the discount.`,
} as const
