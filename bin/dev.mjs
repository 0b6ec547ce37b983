import { watch } from 'node:fs'
import { join } from 'node:path'
import { buildExtensions, generateClient } from './build.mjs'
import { openDatabases } from './databases.mjs'
import { ROOT } from './program.mjs'
import { complain, say } from './say.mjs'
import { start } from './start.mjs'

/** `npm run dev`: as `npm start`, but pages reload as they change, and what Node runs itself restarts. */
export async function dev(args) {
  if (args.includes('--shopify')) return devOnShopify()
  return start({ dev: true, onStarted: follow })
}

function follow(world) {
  const restart = afterQuiet(async () => {
    say('Restarting Encore')
    await generateClient()
    await world.restartApp()
  })
  const rebuild = afterQuiet(() => buildExtensions())
  watch(join(ROOT, 'app'), { recursive: true }, (_, file) => file?.endsWith('.ts') && restart())
  watch(join(ROOT, 'prisma'), { recursive: true }, (_, file) => file?.endsWith('.prisma') && restart())
  watch(join(ROOT, 'extensions'), { recursive: true }, (_, file) => file && !/dist|node_modules/.test(file) && rebuild())
}

/** One save touches several files: wait for the last. One run at a time. */
function afterQuiet(work) {
  let timer
  let running = Promise.resolve()
  return () => {
    clearTimeout(timer)
    timer = setTimeout(() => (running = running.then(work).catch(complain)), 300)
  }
}

/** What `shopify app dev` runs (shopify.web.toml): the CLI gives keys, address and port; a database is ours to bring. */
async function devOnShopify() {
  const { HOST } = process.env
  // Shopify CLI calls the tunnel's address HOST, as its own template expects.
  if (HOST?.startsWith('http')) {
    process.env.SHOPIFY_APP_URL ??= HOST
    delete process.env.HOST
  }
  await generateClient()
  const databases = await openDatabases({ say })
  process.env.DATABASE_URL ??= databases.app
  process.argv.splice(2, process.argv.length, 'both', '--dev')
  const { afterwards } = await import('./app.mjs')
  afterwards.push(databases.release)
  return undefined
}
