import type { Simulator } from '../../simulator/simulator.ts'
import type { Encore } from './encore.ts'
import type { Lived } from './life.ts'
import { SHOPS } from './shops.ts'
import { Ledger, type Truth } from './truth.ts'

/** One sentence for every figure, by whatever it is told, and for every order whose earnings are not those of the simulator. */
export async function differences(encore: Encore, simulator: Simulator, lived: readonly Lived[]): Promise<string[]> {
  const found: string[] = []
  for (const shop of SHOPS) {
    const ledger = new Ledger(shop)
    const earned = await earnedBy(encore, shop.domain)
    for (const { orderId, seen } of lived.filter((one) => one.shop === shop.domain)) {
      const order = await simulator.store.get(shop.domain, 'order', orderId)
      if (!order) throw new Error(`The simulator has lost order ${orderId}`)
      const truth = ledger.add(order, seen)
      const ours = earned.get(String(orderId)) ?? 0
      if (ours !== truth) found.push(`${shop.handle} ${order.name}: earned ${ours}, truly ${truth}`)
    }
    const { report } = await encore.readReport(shop.domain, {
      from: new Date('2026-01-01T00:00:00Z'),
      to: new Date('2027-12-31T00:00:00Z'),
    })
    found.push(...compare(shop.handle, ledger.figures, flat(report)))
  }
  return found
}

const flat = (report: ReadonlyMap<string, ReadonlyMap<string, Truth>>): Map<string, Truth> =>
  new Map([...report].flatMap(([dimension, rows]) => [...rows].map(([key, figures]) => [`${dimension}/${key}`, figures] as const)))

function compare(shop: string, truths: ReadonlyMap<string, Truth>, ours: ReadonlyMap<string, Truth>): string[] {
  const found: string[] = []
  for (const key of new Set([...truths.keys(), ...ours.keys()])) {
    const [truth, our] = [truths.get(key), ours.get(key)]
    const names = Object.keys(truth ?? our ?? {}) as (keyof Truth)[]
    for (const name of names)
      if (truth?.[name] !== our?.[name])
        found.push(`${shop} ${key}: ${name} is ${our?.[name] ?? 'missing'}, truly ${truth?.[name] ?? 'none'}`)
  }
  return found
}

async function earnedBy({ pool }: Encore, shop: string): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ id: string; revenue: number }>(
    'select order_id as id, sum(revenue)::float8 as revenue from earning where shop = $1 group by order_id',
    [shop],
  )
  return new Map(rows.map(({ id, revenue }) => [id, revenue]))
}

/** One minor unit too much on one line: the least that could be wrong. */
export async function plantFault({ pool }: Encore): Promise<void> {
  await pool.query(
    `update earning set revenue = revenue + 1 where (shop, order_id, line_id) in (select shop, order_id, line_id from earning order by order_id limit 1)`,
  )
}
