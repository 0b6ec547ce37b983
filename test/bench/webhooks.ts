// Deliveries a second, verified and stored, beside what bare node:http verifies and what PostgreSQL alone inserts.
// SENDER=review-app sends reviews to the providers' endpoint instead of Shopify's orders.
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { freshDatabase } from '#test/support/postgres.ts'
import type { TestDatabase } from '#test/support/postgres.ts'
import { connectionOf, payloads, sender, SHOPS } from './webhooks/payload.ts'
import { freePort, outputOf, startServer } from './webhooks/programs.ts'
import { sendLoad } from './webhooks/sender.ts'
import { audit, plantFaults } from './webhooks/stored.ts'

const SECRET = 'bench'
const ROUNDS = Number(process.env['ROUNDS'] ?? 5)
const SECONDS = Number(process.env['SECONDS'] ?? 6)
const CONNECTIONS = 400
const plant = process.argv.includes('--plant')
const bodies = payloads(1_000, SECRET)

async function durableDatabase(name: string): Promise<TestDatabase> {
  const database = await freshDatabase(name)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query(`alter database "${new URL(database.url).pathname.slice(1)}" set synchronous_commit = on`)
  for (const shop of SHOPS) {
    const { token, secret } = connectionOf(shop, SECRET)
    await client.query(`insert into provider_connection (shop, provider, token, secret) values ($1, 'generic', $2, $3)`, [
      shop,
      token,
      secret,
    ])
  }
  await client.end()
  return database
}

async function floor(): Promise<number> {
  const server = await startServer(['test/bench/webhooks/floor.ts'], { SHOPIFY_API_SECRET: SECRET }, await freePort())
  const sent = await sendLoad({ port: server.port, payloads: bodies, connections: CONNECTIONS, seconds: SECONDS / 2 })
  await server.kill()
  return sent.answered.length / sent.seconds
}

/** Batch after batch; on two connections it leaves no core to whoever would verify, so that number is only told. */
async function postgres(batch: number, connections: number): Promise<number> {
  const database = await durableDatabase('bench_inserts')
  const env = { DATABASE_URL: database.url, BATCH: String(batch), SECONDS: String(SECONDS / 2), CONNECTIONS: String(connections) }
  const { rows, seconds } = await outputOf<{ rows: number; seconds: number }>(['test/bench/webhooks/postgres.ts'], env)
  await database.drop()
  return rows / seconds
}

async function encore(killed: boolean) {
  const database = await durableDatabase('bench_webhooks')
  const env = {
    DATABASE_URL: database.url,
    SHOPIFY_API_KEY: 'bench',
    SHOPIFY_API_SECRET: SECRET,
    SHOPIFY_APP_URL: 'https://encore.test',
    LOG_LEVEL: 'fatal',
  }
  const start = (port: number) => startServer(['bin/app.mjs', 'web'], env, port)
  let server = await start(await freePort())
  let outage: Promise<void> | undefined
  const cut = async () => {
    await sleep((SECONDS / 2) * 1_000)
    outage = server.kill().then(async () => void (server = await start(server.port)))
    await outage
    outage = undefined
  }
  const cutting = killed ? cut() : Promise.resolve()
  const sent = await sendLoad({ port: server.port, payloads: bodies, connections: CONNECTIONS, seconds: SECONDS, down: () => outage })
  await cutting
  await server.kill()
  const planted = killed && plant ? await plantFaults(database.url, sent.answered) : 0
  const found = await audit(database.url, sent.answered, bodies)
  await database.drop()
  return { ...found, planted, rps: sent.answered.length / sent.seconds, p99: quantile(sent.latencies, 0.99), retries: sent.retries }
}

const quantile = (values: readonly number[], q: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * q)] ?? Number.NaN
const median = (values: readonly number[]) => quantile(values, 0.5)
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)

const rounds = []
for (let n = 0; n < ROUNDS; n++) {
  const ours = await encore(n === Math.floor(ROUNDS / 2))
  const round = { ...ours, floor: await floor(), inserts: await postgres(ours.batch, 1), both: await postgres(ours.batch, 2) }
  console.log(JSON.stringify(round))
  rounds.push(round)
}
const result = {
  bench: 'webhooks',
  sender,
  rps: Math.round(median(rounds.map(({ rps }) => rps))),
  p99_ms: Math.round(median(rounds.map(({ p99 }) => p99)) * 10) / 10,
  floor_rps: Math.round(median(rounds.map((round) => round.floor))),
  pg_inserts_per_s: Math.round(median(rounds.map(({ inserts }) => inserts))),
  pg_inserts_on_two_connections_per_s: Math.round(median(rounds.map(({ both }) => both))),
  lost: sum(rounds.map(({ lost }) => lost)),
  doubled: sum(rounds.map(({ doubled }) => doubled)),
}
const ratio = Math.round((result.rps / Math.min(result.floor_rps, result.pg_inserts_per_s)) * 100) / 100
const planted = sum(rounds.map((round) => round.planted))
console.log(JSON.stringify({ ...result, ratio, batch: median(rounds.map(({ batch }) => batch)), ...(plant ? { planted } : {}) }))
// With a planted fault the bench is right when it reports just that.
process.exit(result.lost === planted && result.doubled === 0 ? 0 : 1)
