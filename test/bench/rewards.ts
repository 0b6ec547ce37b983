// Review events of five apps, three times each and shuffled, while web and worker are killed and the database crashes: one code each.
import { setTimeout as sleep } from 'node:timers/promises'
import { spent } from '../simulator/admin-api/spent.ts'
import { SETTINGS } from '../simulator/settings.ts'
import { audit, plantFaults } from './rewards/audit.ts'
import { deliver, events, fill, shuffled } from './rewards/events.ts'
import { openWorld, run, SHOP } from './rewards/world.ts'
import type { Killable } from './rewards/world.ts'
import { freePort } from './webhooks/programs.ts'

const EVENTS = Number(process.env['EVENTS'] ?? 10_000)
const KILLS = Number(process.env['KILLS'] ?? 20)
const CRASHES = 2
const SENDERS = 40
const plant = process.argv.includes('--plant')

const world = await openWorld()
await fill(world.appDatabase, EVENTS, world)
const ports = { web: world.webPort, worker: await freePort() }
const programs: Record<'web' | 'worker', Killable> = {
  web: await world.start('web', ports.web),
  worker: await world.start('worker', ports.worker),
}
let kills = 0
let crashes = 0

/** Kills the one and then the other, and lets it come back; twice in between the database dies. */
async function disturb(isOver: () => boolean): Promise<void> {
  while (kills < KILLS || !isOver()) {
    await sleep(kills < KILLS ? 1_500 : 500)
    if (kills >= KILLS) continue
    const role = kills % 2 === 0 ? 'worker' : 'web'
    const back = programs[role].kill()
    kills++
    if (crashes < CRASHES && kills >= ((crashes + 1) * KILLS) / (CRASHES + 1)) {
      world.crashDatabase()
      crashes++
    }
    await back
  }
}

const all = events(EVENTS, world.shopId)
const queue = shuffled(EVENTS)
const deliveries = queue.length
const begun = performance.now()
let done = false
const disturbing = disturb(() => done)
await Promise.all(
  Array.from({ length: SENDERS }, async () => {
    for (let next = queue.pop(); next; next = queue.pop()) await deliver(world.webPort, all[next.event]!, next)
  }),
)
console.log(`delivered after ${seconds()} s`)
await untilAll(`select count(*)::int as n from reward where shop = $1`)
// Late photos are waited for; then everybody's reward settles.
await world.simulator.clock.push(11 * 60_000)
await untilAll(`select count(*)::int as n from reward where shop = $1 and state = 'issued'`)
const took = seconds()
done = true
await disturbing
for (const program of Object.values(programs)) await program.stop()
if (plant) await plantFaults(world.simulator, world.appDatabase)
const found = await audit(world.simulator, world.appDatabase, EVENTS)
const points = spent.get(SHOP) ?? 0
await world.close()
const result = {
  bench: 'rewards',
  events: EVENTS,
  deliveries,
  kills,
  database_crashes: crashes,
  ...found,
  codes_per_s: round(found.codes / took),
  api_points_per_code: round(points / found.codes),
  assumed_points_of_a_mutation: SETTINGS.costOfMutation,
  ...(plant ? { planted: { lost: 1, doubled: 1 } } : {}),
}
console.log(JSON.stringify(result))
const expected = plant ? 1 : 0
process.exit(found.lost === expected && found.doubled === expected && found.wrongTier === 0 ? 0 : 1)

function seconds(): number {
  return round((performance.now() - begun) / 1_000)
}
function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Until there is one for each event, or nothing has moved for four minutes. */
async function untilAll(query: string): Promise<void> {
  let seen = 0
  for (let quiet = 0; seen < EVENTS && quiet < 240; quiet++) {
    await sleep(1_000)
    const [row] = await run<{ n: number }>(world.appDatabase, query, [SHOP])
    if ((row?.n ?? 0) > seen) quiet = 0
    seen = row?.n ?? 0
  }
}
