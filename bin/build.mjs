// What must be made before Encore runs: the database client, the admin's pages, the extensions. Each only when its sources changed.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { mustRun, ROOT } from './program.mjs'
import { step } from './say.mjs'
import { unlessFresh } from './stamp.mjs'

const CLIENT_ID = 'encore'
const packaged = (path) => join(ROOT, 'node_modules', path)
const nodeRun = (label, path, args, env) => mustRun(label, process.execPath, [packaged(path), ...args], { env })

export const generateClient = () =>
  unlessFresh(
    {
      root: ROOT,
      sources: ['prisma/schema.prisma', 'prisma/models', 'prisma.config.ts', 'node_modules/@prisma/client/package.json'],
      result: 'node_modules/.prisma/client/default.js',
      stamp: 'node_modules/.prisma/encore-sources',
    },
    () => step('Generating the database client', () => nodeRun('prisma generate', 'prisma/build/index.js', ['generate'])),
  )

export const buildAdmin = () =>
  unlessFresh(
    {
      root: ROOT,
      sources: ['app', 'vite.config.ts', 'tsconfig.json', 'package-lock.json'],
      result: 'build/server/index.js',
      stamp: '.data/built/admin',
    },
    () =>
      step('Building the admin', () =>
        nodeRun('remix vite:build', '@remix-run/dev/dist/cli.js', ['vite:build'], { NODE_ENV: 'production', VITEST: '' }),
      ),
  )

/** With Shopify's own CLI, as `shopify app deploy` would: no login, no network. */
export const buildExtensions = ({ anew = false } = {}) =>
  unlessFresh(
    {
      root: ROOT,
      sources: ['extensions', 'app/surfaces/contract.ts', 'shopify.app.toml', 'package-lock.json'],
      result: builtExtension(),
      stamp: '.data/built/extensions',
      anew,
    },
    () =>
      step('Building the extensions with Shopify CLI', () =>
        nodeRun('shopify app build', '@shopify/cli/bin/run.js', ['app', 'build', '--client-id', CLIENT_ID], {
          SHOPIFY_CLI_NO_ANALYTICS: '1',
          CI: '1',
        }),
      ),
  )

export async function buildAll() {
  await generateClient()
  await Promise.all([buildAdmin(), buildExtensions()])
}

/** The CLI names each bundle after its extension's handle, which here is its folder. */
function builtExtension() {
  const [first] = readdirSync(join(ROOT, 'extensions')).filter((name) => name.startsWith('post-purchase'))
  return `extensions/${first}/dist/${first}.js`
}
