import type { OpenFunnel } from '#app/offers/funnel.ts'
import type { Items, StepProduct } from '#app/offers/step.ts'

/** What was chosen as the best match for one purchase: of each such step the products and their variants, as the placement carries them. */
export type Best = Readonly<Record<string, readonly (readonly [productId: string, variantId: string])[]>>

export const bestOf = ({ steps }: OpenFunnel): Best =>
  Object.fromEntries(
    steps.flatMap(({ id, items, offered }) =>
      items.kind === 'best' ? [[id, offered.slice(0, items.show).map(({ productId, variantId }) => [productId, variantId] as const)]] : [],
    ),
  )

/** What a step offered this very purchase. */
export function offeredBy(step: { id: string; items: Items }, best: Best): readonly StepProduct[] {
  if (step.items.kind !== 'best') return step.items.products
  const { anyVariant, quantity, least, most } = step.items
  return (best[step.id] ?? []).map(([productId, variantId]) => ({ productId, variantId, anyVariant, quantity, least, most }))
}
