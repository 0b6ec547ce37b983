import { z } from 'zod'
import type { Facts } from '../facts.ts'
import type { Truth } from '../truth.ts'
import { pickedIds } from './ids.ts'
import { ruleKind } from './kind.ts'
import { either } from './words.ts'

const within = (days: number | null): string => {
  if (days === null) return 'before'
  return days === 1 ? 'in the last day' : `in the last ${Number.isNaN(days) ? '…' : days.toLocaleString('en')} days`
}

/** In an earlier order, this one never among them. */
export const boughtBefore = ruleKind({
  kind: 'bought-before',
  schema: z.object({
    kind: z.literal('bought-before'),
    did: z.enum(['bought', 'never']),
    productIds: pickedIds,
    days: z.number().int().min(1).max(3_650).nullable(),
  }),
  title: 'Bought a product before',
  group: 'shopper',
  fields: [
    {
      name: 'did',
      label: 'Shopper',
      type: 'choice',
      options: [
        { value: 'bought', label: 'Has bought one of these before' },
        { value: 'never', label: 'Has bought none of these before' },
      ],
    },
    { name: 'productIds', label: 'Products', type: 'products' },
    { name: 'days', label: 'Within days', type: 'number', min: 1, max: 3_650, optional: true, help: 'Leave empty for any time before.' },
  ],
  empty: () => ({ kind: 'bought-before', did: 'bought', productIds: [], days: null }),
  sentence: (rule, { names }) => says(rule, either(rule.productIds, names.products), rule.did === 'bought'),
  opposite: (rule, { names }) => says(rule, either(rule.productIds, names.products), rule.did !== 'bought'),
  check({ did, productIds, days }) {
    const bought = boughtWithin(new Set(productIds), days)
    return (facts) => {
      const truth = bought(facts)
      return truth === 'unknown' ? truth : (did === 'bought') === truth
    }
  },
  names: ({ productIds }) => ({ of: 'before', values: productIds }),
  needs: 'history',
  keys: ({ did, productIds }) => (did === 'bought' ? { key: 'before', values: productIds } : null),
  selectivity: () => 0.1,
  source: 'the shopper’s earlier orders; a guest has none that Encore could look into',
})

const says = ({ days }: { days: number | null }, what: string, bought: boolean): string =>
  bought ? `bought ${what} ${within(days)}` : days === null ? `never bought ${what} before` : `did not buy ${what} ${within(days)}`

/** Not found says something only as far back as we know her orders. */
const boughtWithin =
  (wanted: ReadonlySet<string>, days: number | null) =>
  ({ before }: Facts): Truth => {
    if (before === null) return 'unknown'
    for (const [productId, ago] of before.products) if (wanted.has(productId) && ago <= (days ?? Infinity)) return true
    return before.days === null || (days !== null && days <= before.days) ? false : 'unknown'
  }
