import { relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const future = {
  v3_fetcherPersist: true,
  v3_lazyRouteDiscovery: false, // it needs sessionStorage, which an incognito window denies to the admin's frames
  v3_relativeSplatPath: true,
  v3_singleFetch: true,
  v3_throwAbortReason: true,
} as const

const doesIo = (id: string) => /\/app\/.*\.server\.ts$/.test(id)

/**
 * The pages share pools, caches and meters with the rest of the process: modules that do I/O stay outside their bundle.
 * Built, `#app/...` is left for Node to import; in development a stub hands over what Node has imported already.
 */
function sharedModules(): Plugin {
  let building = false
  return {
    name: 'shared-modules',
    enforce: 'pre',
    configResolved: ({ command }) => void (building = command === 'build'),
    async resolveId(source, importer, options) {
      if (!options.ssr || !building || !source.endsWith('.server.ts')) return null
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      return found && doesIo(found.id) ? { id: `#${relative(import.meta.dirname, found.id).replaceAll('\\', '/')}`, external: true } : null
    },
    async load(id, options) {
      if (!options?.ssr || building || !doesIo(id)) return null
      const names = Object.keys((await import(pathToFileURL(id).href)) as object)
      const path = JSON.stringify(id)
      return `import { createRequire } from 'node:module'\nexport const { ${names.join(', ')} } = createRequire(${path})(${path})`
    },
  }
}

/** Vite refuses a host that it does not know; `shopify app dev` reaches us through a tunnel. */
const tunnel = URL.parse(process.env['SHOPIFY_APP_URL'] ?? '')?.hostname

const journeys = 'test/journeys/**/*.journey.test.{ts,tsx}'
const elsewhere = ['**/node_modules/**', 'build/**']
const patience = { testTimeout: 120_000, hookTimeout: 120_000 }

export default defineConfig({
  // Tests import modules one by one: the pages' build has nothing to do there, and takes a second to load.
  plugins: process.env['VITEST'] ? [] : [sharedModules(), (await import('@remix-run/dev')).vitePlugin({ future })],
  server: { allowedHosts: tunnel ? [tunnel] : [] },
  worker: { format: 'es' }, // the preview's sandbox imports the extension's bundle when it runs
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
  },
  test: {
    globalSetup: 'test/support/global-setup.ts',
    setupFiles: 'test/support/setup.ts',
    // Node runs these as it does in production, and keeps what it compiled (NODE_COMPILE_CACHE) for the next of some hundred processes.
    server: { deps: { external: [/\/app\/.*\.ts$/] } },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, journeys],
          ...patience, // of a loaded machine's two cores; a test that passes waits for nothing
          maxWorkers: '100%', // vitest leaves a core unused, which of two is half
        },
      },
      {
        extends: true,
        // Each journey has a browser, a simulator and the app of its own, and waits most of the time: two cores carry two.
        test: {
          name: 'journeys',
          include: [journeys],
          exclude: elsewhere,
          ...patience,
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
