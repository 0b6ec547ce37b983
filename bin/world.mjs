// The simulated world: the simulator, and the app against it, exactly as `npm start` and the journeys run them.
import { join } from 'node:path'
import { launch, ROOT } from './program.mjs'

/** Starts both and waits until both serve. `onLine(who, line)` hears what they say. */
export async function startWorld({ databases, simulatorPort, appPort, onLine, env = {}, dev = false }) {
  const { freePort } = await import('./postgres.mjs')
  const smtpPort = await freePort()
  const simulator = startPart('simulator', simulatorProgram({ databases, simulatorPort, smtpPort, appPort, env }), onLine)
  let app
  const stop = async () => void (await Promise.all([simulator.stop(), app?.stop()]))
  const startApp = async () => {
    app = startPart('encore', await appProgram({ databases, simulatorPort, smtpPort, appPort, env, dev }), onLine)
    await app.ready
  }
  try {
    await simulator.ready
    await startApp()
  } catch (error) {
    await stop()
    throw error
  }
  return {
    adminUrl: `http://admin.localhost:${simulatorPort}`,
    pids: () => ({ simulator: simulator.child.pid, app: app.child.pid }),
    ended: Promise.race([simulator, app].map((part) => part.ended.then((code) => ({ who: part.who, code })))),
    /** As a crash and a new start would: nothing of the old process is left. */
    restartApp: async (signal = 'SIGTERM') => {
      await app.stop(signal)
      await startApp()
    },
    stop,
  }
}

const simulatorProgram = ({ databases, simulatorPort, smtpPort, appPort, env }) => ({
  args: [join(ROOT, 'test', 'simulator', 'main.ts')],
  readyLine: 'simulator ready',
  env: {
    SIMULATOR_DATABASE_URL: databases.simulator,
    SIMULATOR_PORT: String(simulatorPort),
    SIMULATOR_SMTP_PORT: String(smtpPort),
    SIMULATOR_APP_URL: `http://127.0.0.1:${appPort}`,
    ...env,
  },
})

async function appProgram({ databases, simulatorPort, smtpPort, appPort, env, dev }) {
  const { CLIENT_ID, CLIENT_SECRET } = await import('../test/simulator/settings.ts')
  const { ACCOUNT } = await import('../test/simulator/mail/carrier-account.ts')
  const preload = join(ROOT, 'test', 'simulator', 'preload.mjs')
  return {
    args: ['--import', preload, join(ROOT, 'bin', 'app.mjs'), 'both', ...(dev ? ['--dev'] : [])],
    readyLine: 'encore ready',
    env: {
      NODE_ENV: dev ? 'development' : 'production',
      SHOPIFY_API_KEY: CLIENT_ID,
      SHOPIFY_API_SECRET: CLIENT_SECRET,
      SHOPIFY_APP_URL: `http://app.localhost:${simulatorPort}`,
      SHOPIFY_SIM_URL: `http://127.0.0.1:${simulatorPort}`,
      DATABASE_URL: databases.app,
      HOST: '127.0.0.1',
      PORT: String(appPort),
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      MAIL_FROM: 'reviews@encore.example',
      SMS_URL: `http://${ACCOUNT.sid}:${ACCOUNT.token}@127.0.0.1:${simulatorPort}?from=%2B15005550006`,
      MAIL_REPORT_TOKEN: 'the-simulated-carrier-reports-with-this',
      ...env,
    },
  }
}

/** A launched program that is ready once it says so, and that has failed when it ends before. */
function startPart(who, { args, readyLine, env }, onLine) {
  let hear
  const said = new Promise((done) => (hear = (line) => line.startsWith(readyLine) && done()))
  const part = launch(args, {
    env,
    onLine: (line) => {
      hear(line)
      onLine(who, line)
    },
  })
  const early = part.ended.then((code) => Promise.reject(new Error(`${who} ended (${code}) before it served: its own words are above`)))
  const ready = Promise.race([said, early])
  ready.catch(() => {})
  early.catch(() => {})
  return { who, ready, ...part }
}
