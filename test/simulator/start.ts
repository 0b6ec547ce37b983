import { Appointments } from './appointments.ts'
import { openClock } from './clock.ts'
import { readConfiguration } from './configuration.ts'
import { DUTIES } from './duties.ts'
import { openFaults } from './faults.ts'
import { openSmtp } from './mail/smtp.ts'
import { PARTS } from './parts.ts'
import { routingTable } from './routes.ts'
import { listen } from './server.ts'
import { CLIENT_ID, CLIENT_SECRET, SETTINGS, type Settings } from './settings.ts'
import type { Simulator } from './simulator.ts'
import { openStore } from './store.ts'
import { announcer } from './webhooks/announce.ts'
import { Courier } from './webhooks/courier.ts'

export interface StartOptions {
  databaseUrl: string
  /** 0 takes any free one. */
  port: number
  /** Where its SMTP server listens; default: any free one. */
  smtpPort?: number
  appUrl: string
  clientId?: string
  secret?: string
  /** Default: shopify.app.toml of this project. */
  configurationPath?: string
  settings?: Partial<Settings>
  /** So long before today an empty store begins, so that the days between can be lived through. */
  beginsAgoMs?: number
  log?: (line: string) => void
}

export interface Started {
  simulator: Simulator
  port: number
  smtpPort: number
  stop(): Promise<void>
}

const PROJECT_TOML = new URL('../../shopify.app.toml', import.meta.url).pathname

export async function startSimulator(options: StartOptions): Promise<Started> {
  const store = await openStore(options.databaseUrl)
  if (options.beginsAgoMs && (await store.shops()).length === 0) await store.setSetting('clock', -options.beginsAgoMs)
  const simulator: Simulator = {
    store,
    clock: await openClock(store),
    faults: await openFaults(store),
    settings: { ...SETTINGS, ...options.settings },
    app: { clientId: options.clientId ?? CLIENT_ID, secret: options.secret ?? CLIENT_SECRET, url: options.appUrl },
    configuration: await readConfiguration(options.configurationPath ?? PROJECT_TOML),
    port: options.port,
    announce: (...saying) => announce(...saying),
    at: (...appointment) => diary.at(...appointment),
    log: options.log ?? ((line) => console.error(line)),
  }
  const courier = new Courier(simulator)
  const announce = announcer(simulator, () => courier.wake())
  const diary = new Appointments(simulator, DUTIES)
  const table = routingTable(simulator)
  for (const part of PARTS) part(table, simulator)
  const listening = await listen(simulator, table, options.port)
  simulator.port = listening.port
  const smtp = await openSmtp(simulator, options.smtpPort ?? 0)
  courier.start()
  diary.start()
  return {
    simulator,
    port: listening.port,
    smtpPort: smtp.port,
    async stop() {
      await Promise.all([listening.close(), smtp.close()])
      await Promise.all([courier.stop(), diary.stop()])
      await store.close()
    },
  }
}
