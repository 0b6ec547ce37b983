import { z } from 'zod'
import { formatMoney } from '#app/values/money.ts'
import { ruleKind } from './kind.ts'

const amount = z.number().int().nonnegative().nullable()

/** Minor units of the shop's currency; both ends count. A total in another currency is not compared: it is not known. */
export const orderValue = ruleKind({
  schema: z.object({ kind: z.literal('order-value'), atLeast: amount, atMost: amount }),
  sentence({ atLeast, atMost }, { currency }) {
    const say = (value: number) => (Number.isNaN(value) ? '…' : formatMoney({ amount: value, currency }, 'en'))
    if (atLeast !== null && atMost !== null) return `the order is between ${say(atLeast)} and ${say(atMost)}`
    return atMost === null ? `the order is at least ${say(atLeast ?? 0)}` : `the order is at most ${say(atMost)}`
  },
  check({ atLeast, atMost }) {
    const [low, high] = [atLeast ?? 0, atMost ?? Infinity]
    return ({ total }) => (total === null ? 'unknown' : total >= low && total <= high)
  },
  keys: () => null,
  selectivity: () => 0.5,
})
