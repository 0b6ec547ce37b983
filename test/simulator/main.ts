import { seedShops } from './seed/seed.ts'
import { startSimulator } from './start.ts'

const databaseUrl = process.env['SIMULATOR_DATABASE_URL']
const appUrl = process.env['SIMULATOR_APP_URL']
if (!databaseUrl || !appUrl) {
  console.error('The simulator needs SIMULATOR_DATABASE_URL and SIMULATOR_APP_URL.')
  process.exit(1)
}

const { simulator, port, stop } = await startSimulator({
  databaseUrl,
  appUrl,
  port: Number(process.env['SIMULATOR_PORT'] ?? 4000),
  smtpPort: Number(process.env['SIMULATOR_SMTP_PORT'] ?? 0),
  beginsAgoMs: Number(process.env['SIMULATOR_BEGINS_DAYS_AGO'] ?? 0) * 86_400_000,
  ...(process.env['SIMULATOR_CLIENT_ID'] && { clientId: process.env['SIMULATOR_CLIENT_ID'] }),
  ...(process.env['SIMULATOR_CLIENT_SECRET'] && { secret: process.env['SIMULATOR_CLIENT_SECRET'] }),
})
await seedShops(simulator.store, { now: simulator.clock.now().getTime(), today: Date.now(), port })
console.log(`simulator ready http://admin.localhost:${port}`)

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(0)))
