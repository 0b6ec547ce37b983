// From a fresh clone to the first page and again, as a new user has it: the machine's own Node, a warm package cache.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '../../bin/postgres.mjs'
import { megabytesDownloaded } from './start/downloads.ts'
import { startFresh } from './start/fresh.ts'
import { residentMegabytes } from './start/memory.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const clone = mkdtempSync(join(tmpdir(), 'encore-start-'))
// PostgreSQL does not run as root, and its own user must be able to go there.
chmodSync(clone, 0o755)

try {
  execFileSync('git', ['clone', '--quiet', root, clone])
  const port = await freePort()
  const first = await startFresh(clone, port)
  const rss = residentMegabytes(clone)
  const firstStop = await first.stop()
  const second = await startFresh(clone, port)
  const secondStop = await second.stop()
  const result = {
    bench: 'start',
    first_s: first.seconds,
    second_s: second.seconds,
    stop_s: Math.max(firstStop, secondStop),
    downloaded_mb: megabytesDownloaded(clone),
    rss_mb: rss,
  }
  console.log(JSON.stringify(result))
  process.exitCode = first.seconds <= 120 && second.seconds <= 10 ? 0 : 1
} finally {
  rmSync(clone, { recursive: true, force: true })
}
