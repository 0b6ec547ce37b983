import { join } from 'node:path'
import { openDatabases } from './databases.mjs'
import { generateClient } from './build.mjs'
import { lockFolder } from './lock.mjs'
import { node, ROOT } from './program.mjs'
import { say } from './say.mjs'

/** Fills a third shop with a real history; Encore may run meanwhile. */
export async function importHistory(args) {
  await generateClient()
  const databases = await openDatabases({ say })
  try {
    const { code } = await node([join(ROOT, 'test', 'simulator', 'import', 'main.ts'), ...args], {
      env: { SIMULATOR_DATABASE_URL: databases.simulator },
    })
    return code
  } finally {
    await databases.release()
  }
}

/** Empties the simulated Shopify, and the embedded app database with it: tokens and orders of a world that is gone mean nothing. */
export async function reset() {
  const unlock = lockFolder(ROOT, 'resetting')
  const databases = await openDatabases({ say })
  try {
    const { dropDatabase } = await import('./postgres.mjs')
    const doomed = process.env.DATABASE_URL ? [databases.simulator] : [databases.simulator, databases.app]
    for (const url of doomed) await dropDatabase(databases.server, new URL(url).pathname.slice(1))
    say('The simulated Shopify is empty; the next npm start fills it anew')
    return 0
  } finally {
    await databases.release()
    unlock()
  }
}
