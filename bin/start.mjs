import { buildAll } from './build.mjs'
import { openDatabases } from './databases.mjs'
import { lockFolder } from './lock.mjs'
import { claimPort } from './ports.mjs'
import { ROOT } from './program.mjs'
import { say, step } from './say.mjs'
import { untilTold } from './signals.mjs'
import { startWorld } from './world.mjs'

/** `npm start`: everything on this machine, from whatever state the folder is in. */
export async function start() {
  const port = Number(process.env.SIMULATOR_PORT || 4000)
  const address = `http://admin.localhost:${port}`
  const unlock = lockFolder(ROOT, address)
  const told = untilTold()
  const undo = [unlock]
  try {
    await claimPort(port, 'SIMULATOR_PORT')
    await buildAll()
    const databases = await step('Opening the databases', () => openDatabases({ say }))
    undo.unshift(databases.release)
    if (told.now()) return 0
    const { freePort } = await import('./postgres.mjs')
    const appPort = await freePort()
    const world = await step('Starting the simulated Shopify and Encore', () =>
      startWorld({ databases, simulatorPort: port, appPort, onLine: show }),
    )
    undo.unshift(world.stop)
    showWhere(address, port)
    const end = await Promise.race([told.promise, world.ended])
    if (end) throw new Error(`${end.who} ended by itself (${end.code})`)
    say('Stopping')
    return 0
  } finally {
    for (const task of undo) await task()
  }
}

/** The app logs JSON lines; only what went wrong is worth a terminal, the rest with LOG_LEVEL set. */
function show(who, line) {
  if (process.env.LOG_LEVEL || !line.startsWith('{') || /"level":(?:[5-6]0|"(?:error|fatal)")/.test(line)) console.log(`[${who}] ${line}`)
}

function showWhere(address, port) {
  console.log(`
  Encore runs against a simulated Shopify.

    the admin                 ${address}
    Encore in shop Aurora     ${address}/store/aurora/apps/encore
    the shop that shoppers see  http://aurora.localhost:${port}
    a second shop, without Encore yet  ${address}/store/noor

  Stop with Ctrl-C. What you do here is kept; npm run simulator:reset forgets it.`)
  if (process.platform === 'darwin') console.log('  Safari does not resolve *.localhost: use Chrome, Edge or Firefox.')
}
