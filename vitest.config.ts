import { defineConfig } from 'vitest/config'

const journeys = 'test/journeys/**/*.journey.test.{ts,tsx}'
const shared = {
  globalSetup: 'test/support/global-setup.ts',
  setupFiles: 'test/support/setup.ts',
  exclude: ['**/node_modules/**', 'build/**'],
}

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: [...shared.exclude, journeys],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      // Each journey has a browser, a simulator and the app of its own: two cores carry one at a time.
      {
        test: {
          ...shared,
          name: 'journeys',
          include: [journeys],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
