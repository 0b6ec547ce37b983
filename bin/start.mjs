import { buildAll, buildExtensions, generateClient } from './build.mjs'
import { openDatabases } from './databases.mjs'
import { lockFolder } from './lock.mjs'
import { claimPort } from './ports.mjs'
import { DAYS, liveThroughThePast } from './past.mjs'
import { ROOT } from './program.mjs'
import { say, step } from './say.mjs'
import { untilTold } from './signals.mjs'
import { startWorld } from './world.mjs'

/** `npm start`: everything on this machine, from whatever state the folder is in. */
export async function start({ dev = false, onStarted = () => {} } = {}) {
  const port = Number(process.env.SIMULATOR_PORT || 4000)
  const address = `http://admin.localhost:${port}`
  const told = untilTold()
  const undo = [lockFolder(ROOT, address)]
  try {
    await claimPort(port, 'SIMULATOR_PORT')
    if (dev) await Promise.all([generateClient(), buildExtensions()])
    else await buildAll()
    const databases = await step('Opening the databases', () => openDatabases({ say }))
    undo.unshift(databases.release)
    if (told.now()) return 0
    const world = await step('Starting the simulated Shopify and Encore', async () => {
      const { freePort } = await import('./postgres.mjs')
      return startWorld({
        databases,
        simulatorPort: port,
        appPort: await freePort(),
        env: { SIMULATOR_BEGINS_DAYS_AGO: DAYS },
        onLine: show,
        dev,
      })
    })
    undo.unshift(world.stop)
    await liveThroughThePast({ databases, port, told: told.promise })
    if (told.now()) return 0
    onStarted(world)
    showWhere(address, port)
    const end = await Promise.race([told.promise, dev ? told.promise : world.ended])
    if (end) throw new Error(`${end.who} ended by itself (${end.code})`)
    say('Stopping')
    return 0
  } finally {
    for (const task of undo) await task()
    if (dev) process.exit()
  }
}

/** The app logs JSON lines: only what went wrong is worth a terminal, unless LOG_LEVEL asks for more. */
function show(who, line) {
  const quiet = !process.env.LOG_LEVEL && line.startsWith('{') && !/"level":(?:[56]0|"(?:error|fatal)")/.test(line)
  if (!quiet) console.log(`[${who}] ${line}`)
}

function showWhere(address, port) {
  console.log(`
  Encore runs against a simulated Shopify.

    the shops' admin, and what to try   ${address}
    Encore in the shop Aurora           ${address}/store/aurora/apps/encore
    Aurora as its shoppers see it       http://aurora.localhost:${port}
    a second shop, without Encore yet   ${address}/store/noor

  Stop with Ctrl-C. What you do here is kept; npm run simulator:reset forgets it.`)
  if (process.platform === 'darwin') console.log('  Safari does not resolve *.localhost: use Chrome, Edge or Firefox.')
}
