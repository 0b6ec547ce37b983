import type { Step } from './step.ts'

export const AT_MOST_SHOWN = 3 // Shopify allows three accepted changesets a checkout, and its guide three offers in a row.

export type Ways = Pick<Step, 'id' | 'onAccept' | 'onDecline'>

/** As how many-th a shopper meets each step at the latest; 0 where no earlier step leads. */
export function shownAt(steps: readonly Ways[]): number[] {
  const place = new Map(steps.map(({ id }, index) => [id, index]))
  const shown = steps.map((_, index): number => (index === 0 ? 1 : 0))
  steps.forEach(({ onAccept, onDecline }, index) => {
    for (const id of [onAccept, onDecline]) {
      const next = id === null ? -1 : (place.get(id) ?? -1)
      if (next > index) shown[next] = Math.max(shown[next] ?? 0, (shown[index] ?? 0) + 1)
    }
  })
  return shown
}
