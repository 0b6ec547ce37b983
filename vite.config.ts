import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const future = {
  v3_fetcherPersist: true,
  v3_lazyRouteDiscovery: true,
  v3_relativeSplatPath: true,
  v3_singleFetch: true,
  v3_throwAbortReason: true,
} as const

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix({ future })],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1_000,
    // The pages share pools, caches and meters with the rest of the process: modules that do I/O stay outside their bundle.
    rollupOptions: isSsrBuild ? { external: (id: string) => /\/app\/.*\.server\.ts$/.test(id) } : {},
  },
}))
