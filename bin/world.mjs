// The simulated world: the simulator, and the app against it, exactly as `npm start` and the journeys run them.
import { join } from 'node:path'
import { ROOT, launch } from './program.mjs'

/** Starts both and waits until both serve. `onLine(who, line)` hears what they say. */
export async function startWorld({ databases, simulatorPort, appPort, onLine, env = {} }) {
  const { CLIENT_ID, CLIENT_SECRET } = await import('../test/simulator/settings.ts')
  const simulatorUrl = `http://127.0.0.1:${simulatorPort}`
  const simulator = launch([join(ROOT, 'test', 'simulator', 'main.ts')], {
    env: {
      SIMULATOR_DATABASE_URL: databases.simulator,
      SIMULATOR_PORT: String(simulatorPort),
      SIMULATOR_APP_URL: `http://127.0.0.1:${appPort}`,
      ...env,
    },
    onLine: hear('simulator'),
  })
  const waiting = new Map()
  const ready = (who, line) => new Promise((done) => waiting.set(who, { line, done }))
  function hear(who) {
    return (line) => {
      if (line.startsWith(waiting.get(who)?.line)) waiting.get(who).done()
      onLine(who, line)
    }
  }
  const parts = [simulator]
  const stop = async () => void (await Promise.all(parts.map((part) => part.stop())))
  try {
    await unlessEnded('simulator', simulator, ready('simulator', 'simulator ready'))
    const preload = join(ROOT, 'test', 'simulator', 'preload.mjs')
    const app = launch(['--import', preload, join(ROOT, 'bin', 'app.mjs'), 'both'], {
      env: {
        NODE_ENV: 'production',
        SHOPIFY_API_KEY: CLIENT_ID,
        SHOPIFY_API_SECRET: CLIENT_SECRET,
        SHOPIFY_APP_URL: `http://app.localhost:${simulatorPort}`,
        SHOPIFY_SIM_URL: simulatorUrl,
        DATABASE_URL: databases.app,
        PORT: String(appPort),
        ...env,
      },
      onLine: hear('encore'),
    })
    parts.push(app)
    await unlessEnded('encore', app, ready('encore', 'encore ready'))
  } catch (error) {
    await stop()
    throw error
  }
  const ended = Promise.race(parts.map((part, index) => part.ended.then((code) => ({ who: ['simulator', 'Encore'][index], code }))))
  return { simulatorUrl, adminUrl: `http://admin.localhost:${simulatorPort}`, pids: parts.map(({ child }) => child.pid), ended, stop }
}

async function unlessEnded(who, part, ready) {
  const end = part.ended.then((code) => Promise.reject(new Error(`${who} ended (${code}) before it served: its own words are above`)))
  await Promise.race([ready, end])
}
