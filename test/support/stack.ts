import { buildAll } from '../../bin/build.mjs'
import { freePort } from '../../bin/postgres.mjs'
import { startWorld } from '../../bin/world.mjs'
import { emptyDatabase, freshDatabase } from './postgres.ts'

export type Stack = {
  /** http://admin.localhost:PORT: the simulated admin. */
  adminUrl: string
  /** The simulator from inside, for its /__simulator doors. */
  simulatorUrl: string
  /** http://<handle>.localhost:PORT: a shop as its shoppers see it. */
  shopUrl(handle: string): string
  /** The app itself, not through the simulator. */
  appUrl: string
  databases: { app: string; simulator: string }
  /** What both have said so far, for when a test fails. */
  log(): string
  restartApp(signal?: NodeJS.Signals): Promise<void>
  stop(): Promise<void>
}

/** The same two processes as `npm start` runs, on databases and ports of their own. Outside calls are refused. */
export async function startStack({ name, env = {} }: { name: string; env?: Record<string, string> }): Promise<Stack> {
  await buildAll()
  const [app, simulator] = await Promise.all([freshDatabase(`${name}_app`), emptyDatabase(`${name}_simulator`)])
  const [simulatorPort, appPort] = [await freePort(), await freePort()]
  const databases = { app: app.url, simulator: simulator.url }
  const lines: string[] = []
  const drop = () => Promise.all([app.drop(), simulator.drop()])
  const world = await startWorld({
    databases,
    simulatorPort,
    appPort,
    env: { SIM_STRICT: '1', ...env },
    onLine: (who, line) => lines.push(`[${who}] ${line}`),
  }).catch(async (error: Error) => {
    await drop()
    throw new Error(`${error.message}\n${lines.join('\n')}`)
  })
  return {
    adminUrl: world.adminUrl,
    simulatorUrl: `http://127.0.0.1:${simulatorPort}`,
    shopUrl: (handle) => `http://${handle}.localhost:${simulatorPort}`,
    appUrl: `http://127.0.0.1:${appPort}`,
    databases,
    log: () => lines.join('\n'),
    restartApp: world.restartApp,
    stop: async () => {
      await world.stop()
      await drop()
    },
  }
}
