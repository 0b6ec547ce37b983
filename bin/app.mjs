// Encore's own process: `node bin/app.mjs web|worker|both [--dev]`. Ends within ten seconds of being told to, with what is in hand finished.
import { onceOrphaned } from './orphan.mjs'
import { complain } from './say.mjs'

const role = process.argv[2] ?? 'both'
const dev = process.argv.includes('--dev')
const running = []
/** What is to be done once everything has stopped. */
export const afterwards = []

async function begin() {
  // Both parse the environment first: one error names everything missing.
  if (role !== 'worker') running.push(await (await import('../app/server.ts')).startWeb({ env: process.env, dev }))
  if (role !== 'web') running.push(await (await import('../app/worker.ts')).startWorker())
  console.log(`encore ready ${role}`)
}

let stopping = false
async function end() {
  if (stopping) return
  stopping = true
  setTimeout(() => process.exit(1), 9_500).unref()
  await Promise.all(running.map((part) => part.stop()))
  for (const task of afterwards) await task()
  process.exit(0)
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void end())
onceOrphaned(() => void end())

begin().catch((error) => {
  complain(error)
  process.exit(1)
})
