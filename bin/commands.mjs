// What each npm script does, once packages and Node are there; every answer is an exit code, loaded only when asked for.
export const commands = {
  start: async () => (await import('./start.mjs')).start(),
  dev: async (args) => (await import('./dev.mjs')).dev(args),
  test: async (args) => (await import('./check.mjs')).test(args),
  check: async () => (await import('./check.mjs')).check(),
  build: async () => build(),
  prepare: async () => build(),
  serve: async (args) => (await import('./serve.mjs')).serve(args),
  bench: async (args) => (await import('./bench.mjs')).bench(args),
  'simulator:import': async (args) => (await import('./simulator.mjs')).importHistory(args),
  'simulator:reset': async () => (await import('./simulator.mjs')).reset(),
}

async function build() {
  const { buildAll } = await import('./build.mjs')
  await buildAll()
  return 0
}
