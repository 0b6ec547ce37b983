// What was built from what: a content hash (in .data: building the admin empties build/), so that nothing is built twice and nothing stale is used.
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'
import { claim, dropClaim, readClaim } from './claim.mjs'

// The last two are what Shopify CLI leaves beside an extension that it built.
const SKIPPED = new Set(['node_modules', 'dist', 'build', '.data', '.git', '.shopify', 'manifest.json', 'shopify.d.ts'])

/** Runs `build` unless its result exists and was made from the same sources. Answers whether it ran. */
export async function unlessFresh({ root, sources, result, stamp, anew = false }, build) {
  const path = join(root, stamp)
  return takeTurns(`${path}.lock`, async () => {
    const hash = hashOf(root, sources)
    if (!anew && fs.existsSync(join(root, result)) && readClaim(path) === hash) return false
    fs.rmSync(path, { force: true })
    await build()
    fs.mkdirSync(dirname(path), { recursive: true })
    fs.writeFileSync(path, hash)
    return true
  })
}

/** Two commands may want to build at once: the second waits, and then finds it done. */
async function takeTurns(path, work) {
  while (!claim(path, String(process.pid))) {
    const holder = readClaim(path)
    if (holder !== undefined && !lives(Number(holder))) dropClaim(path, holder)
    else await new Promise((done) => setTimeout(done, 200))
  }
  try {
    return await work()
  } finally {
    fs.rmSync(path, { force: true })
  }
}

function lives(pid) {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export function hashOf(root, sources) {
  const hash = createHash('sha256')
  const files = sources.flatMap((source) => filesUnder(root, source))
  for (const file of files) hash.update(`${file}\0`).update(fs.readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesUnder(root, path) {
  const at = join(root, path)
  const stat = fs.statSync(at, { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [path]
  const entries = fs.readdirSync(at, { withFileTypes: true }).filter((entry) => !SKIPPED.has(entry.name) && !entry.isSymbolicLink())
  const names = entries.map(({ name }) => name).sort()
  return names.flatMap((name) => filesUnder(root, `${path}/${name}`))
}
