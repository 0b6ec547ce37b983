import type { Simulator } from '../../simulator/simulator.ts'
import { emailOf } from './events.ts'
import { run, SHOP } from './world.ts'

interface Given {
  email: string
  tier: string
  code: string
}

export interface Found {
  codes: number
  lost: number
  doubled: number
  wrongTier: number
}

/** What the shopper holds is compared with what Shopify holds: a code that works at no checkout is lost, a second one is doubled. */
export async function audit(simulator: Simulator, url: string, count: number): Promise<Found> {
  const given = await run<Given>(url, 'select email, tier, code from reward where shop = $1 and code is not null', [SHOP])
  const works = new Set<string>()
  for await (const page of simulator.store.pages(SHOP, 'discount'))
    for (const { codes, usageLimit } of page) if (usageLimit === 1) for (const { code } of codes) works.add(code)
  const byShopper = Map.groupBy(given, ({ email }) => email)
  const holders = Map.groupBy(given, ({ code }) => code)
  const found: Found = { codes: new Set(given.map(({ code }) => code)).size, lost: 0, doubled: 0, wrongTier: 0 }
  for (let n = 0; n < count; n++) {
    const hers = byShopper.get(emailOf(n)) ?? []
    if (!hers.some(({ code }) => works.has(code))) found.lost++
    if (hers.length > 1) found.doubled++
    if (hers.some(({ tier }) => tier !== (n % 3 === 0 ? 'photo' : 'text'))) found.wrongTier++
  }
  found.doubled += [...holders.values()].filter((rows) => rows.length > 1).length
  return found
}

/** Takes one code out of the shop and gives one shopper a second: the audit must find just these. */
export async function plantFaults(simulator: Simulator, url: string): Promise<void> {
  const [first] = await run<Given>(url, 'select email, tier, code from reward where shop = $1 and code is not null order by key limit 1', [
    SHOP,
  ])
  const discount = await simulator.store.find(SHOP, 'discount', first?.code ?? '')
  if (!first || !discount) throw new Error('There is nothing to plant a fault in')
  await simulator.store.update(SHOP, 'discount', discount.id, (current) => ({
    ...current,
    codes: current.codes.filter(({ code }) => code !== first.code),
  }))
  await run(
    url,
    `insert into reward select (jsonb_populate_record(r, '{"key": "planted", "code": "PLANTED", "claim": null}'::jsonb)).*
     from reward r where shop = $1 and code is not null order by key desc limit 1`,
    [SHOP],
  )
}
