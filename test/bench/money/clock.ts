import { AsyncLocalStorage } from 'node:async_hooks'

/** The time of one order's life, in milliseconds; each look at the clock takes one. */
interface Hands {
  at: number
}

const hands = new AsyncLocalStorage<Hands>()
const RealDate = Date

/** Within `during`, `new Date()` is the time that the bench says; everywhere else it is the machine's. Before anything else is loaded. */
export function ruleTime(): void {
  globalThis.Date = class extends RealDate {
    constructor(...given: unknown[]) {
      if (given.length === 0) super(told())
      else super(...(given as [number]))
    }
    static override now(): number {
      return told()
    }
  } as DateConstructor
}

function told(): number {
  const mine = hands.getStore()
  return mine ? (mine.at += 1) : RealDate.now()
}

export const during = <T>(at: number, work: () => Promise<T>): Promise<T> => hands.run({ at }, work)

export function pass(milliseconds: number): void {
  const mine = hands.getStore()
  if (!mine) throw new Error('Time passes within `during` only')
  mine.at += milliseconds
}
