import fc from 'fast-check'
import { expect, test } from 'vitest'
import { traceCredits, type Entry } from '#app/rewards/ledger.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, number))
const credit = (id: string, amount: number, { on = 1, ends = null as number | null, left = amount } = {}): Entry => ({
  kind: 'credit',
  id,
  amount,
  remaining: left,
  expiresAt: ends === null ? null : day(ends),
  at: day(on),
})
const debit = (id: string, amount: number, { on = 5, orderId = id as string | null } = {}): Entry => ({
  kind: 'debit',
  id,
  amount,
  orderId,
  at: day(on),
})
const revert = (debitId: string, amount: number, on = 6): Entry => ({ kind: 'revert', debitId, amount, at: day(on) })
const spent = (creditId: string, orderId: string, amount: number) => ({ creditId, orderId, amount })

test.each<[string, Entry[], ReturnType<typeof traceCredits>]>([
  ['nothing is spent while no order was paid', [credit('ours', 500)], []],
  ['one order spends a part', [credit('ours', 500, { left: 200 }), debit('1', 300)], [spent('ours', '1', 300)]],
  [
    'what ends soonest goes first, whenever it was given',
    [credit('late', 500, { ends: 30, left: 400 }), credit('soon', 500, { on: 2, ends: 20, left: 0 }), debit('1', 600)],
    [spent('soon', '1', 500), spent('late', '1', 100)],
  ],
  [
    'what never ends goes last',
    [credit('for ever', 500), credit('ours', 500, { ends: 20, left: 200 }), debit('1', 300)],
    [spent('ours', '1', 300)],
  ],
  [
    'what had ended before is not spent',
    [credit('ours', 500, { ends: 4 }), credit('other', 500, { left: 200 }), debit('1', 300)],
    [spent('other', '1', 300)],
  ],
  [
    'what was given after it is not spent either, however soon it ends',
    [credit('other', 500, { left: 200 }), credit('ours', 500, { on: 6, ends: 7 }), debit('1', 300)],
    [spent('other', '1', 300)],
  ],
  [
    'a refund gives back what was spent last',
    [credit('soon', 500, { ends: 20, left: 0 }), credit('late', 500, { ends: 30, left: 400 }), debit('1', 700), revert('1', 100)],
    [spent('soon', '1', 500), spent('late', '1', 100)],
  ],
  [
    'or what was spent first, if that is what remains',
    [credit('soon', 500, { ends: 20, left: 100 }), credit('late', 500, { ends: 30, left: 300 }), debit('1', 700), revert('1', 100)],
    [spent('soon', '1', 400), spent('late', '1', 200)],
  ],
  ['what was given back whole was spent by nobody', [credit('ours', 500), debit('1', 300), revert('1', 300)], []],
  [
    'what was given back is spent by the next order',
    [credit('ours', 500, { left: 0 }), debit('1', 500), revert('1', 200), debit('2', 200, { on: 7 })],
    [spent('ours', '1', 300), spent('ours', '2', 200)],
  ],
  ['what the merchant takes away was spent by no order', [credit('ours', 500, { left: 200 }), debit('1', 300, { orderId: null })], []],
  ['nothing is claimed where another sum remains', [credit('ours', 500, { left: 100 }), debit('1', 300)], null],
  ['or where more was spent than there was', [credit('ours', 500, { left: 0 }), debit('1', 600)], null],
  ['or where a payment is reverted that nobody made', [credit('ours', 500), revert('1', 100)], null],
])('%s', (_, entries, told) => expect(traceCredits(entries)).toEqual(told))

type Move = { kind: 'credit'; amount: number; lasts: number | null } | { kind: 'spend'; share: number } | { kind: 'refund'; share: number }
const move = fc.oneof(
  fc.record({
    kind: fc.constant('credit' as const),
    amount: fc.integer({ min: 1, max: 1_000 }),
    lasts: fc.option(fc.integer({ min: 1, max: 9 })),
  }),
  fc.record({ kind: fc.constant('spend' as const), share: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('refund' as const), share: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
)

/** An account as it is kept in coins: each knows its credit and who has it. */
function live(moves: readonly Move[], lastFirst: boolean) {
  const coins: { credit: string; ends: number; order: string | null; spentAt: number }[] = []
  const entries: Entry[] = []
  const orders: string[] = []
  let coinsSpent = 0
  for (const [index, one] of moves.entries()) {
    const on = index + 1
    if (one.kind === 'credit') {
      const ends = one.lasts === null ? null : on + one.lasts
      entries.push(credit(`c${on}`, one.amount, { on, ends }))
      for (let coin = 0; coin < one.amount; coin += 1) coins.push({ credit: `c${on}`, ends: ends ?? Infinity, order: null, spentAt: 0 })
    } else if (one.kind === 'spend') {
      const free = coins
        .filter(({ order, ends }) => order === null && ends > on)
        .toSorted((a, b) => (a.ends === b.ends ? 0 : a.ends - b.ends))
      const taken = free.slice(0, Math.ceil(free.length * one.share))
      if (taken.length === 0) continue
      for (const coin of taken) Object.assign(coin, { order: `o${on}`, spentAt: (coinsSpent += 1) })
      entries.push(debit(`o${on}`, taken.length, { on }))
      orders.push(`o${on}`)
    } else {
      const order = orders.at(-1)
      const hers = coins
        .filter((coin) => order && coin.order === order)
        .toSorted((a, b) => (lastFirst ? b.spentAt - a.spentAt : a.spentAt - b.spentAt))
      const back = hers.slice(0, Math.ceil(hers.length * one.share))
      if (!order || back.length === 0) continue
      for (const coin of back) coin.order = null
      entries.push(revert(order, back.length, on))
    }
  }
  const held = (id: string) => coins.filter((coin) => coin.credit === id)
  const told = entries.map((one) =>
    one.kind === 'credit' ? { ...one, remaining: held(one.id).filter(({ order }) => !order).length } : one,
  )
  return { told, held }
}

test('tens of thousands of entries are gone through within the time that a test has', () => {
  const many = 10_000
  const entries = Array.from({ length: many }, (_, n) => [
    credit(`c${n}`, 100, { on: 1 + n, ends: n + 3, left: 0 }),
    debit(`d${n}`, 100, { on: 1 + n, orderId: `${n}` }),
  ]).flat()
  expect(traceCredits(entries)).toHaveLength(many)
})

test('whatever happens in an account, every coin is where it is', () => {
  fc.assert(
    fc.property(fc.array(move, { maxLength: 14 }), fc.boolean(), (moves, lastFirst) => {
      const { told, held } = live(moves, lastFirst)
      const traced = traceCredits(told)
      if (!traced) throw new Error('An account that adds up was not gone through')
      for (const one of told) {
        if (one.kind !== 'credit') continue
        const parts = traced.filter(({ creditId }) => creditId === one.id)
        expect(one.remaining + parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(one.amount)
        // Where something was given back, both ways of doing it may add up: then only the sums are sure.
        if (!told.some(({ kind }) => kind === 'revert'))
          for (const { orderId, amount } of parts) expect(held(one.id).filter(({ order }) => order === orderId)).toHaveLength(amount)
      }
      for (const payment of told.filter((one) => one.kind === 'debit')) {
        const back = told.reduce((sum, one) => (one.kind === 'revert' && one.debitId === payment.id ? sum + one.amount : sum), 0)
        const parts = traced.filter(({ orderId }) => orderId === payment.orderId)
        expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(payment.amount - back)
      }
    }),
  )
})
