// What was built from what: a content hash beside the result, so that nothing is built twice and nothing stale is used.
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'

const SKIPPED = new Set(['node_modules', 'dist', 'build', '.data', '.git', '.shopify'])

/** Runs `build` unless its result exists and was made from the same sources. Answers whether it ran. */
export async function unlessFresh({ root, sources, result, stamp, anew = false }, build) {
  const path = join(root, stamp)
  const hash = hashOf(root, sources)
  if (!anew && fs.existsSync(join(root, result)) && read(path) === hash) return false
  fs.rmSync(path, { force: true })
  await build()
  fs.mkdirSync(dirname(path), { recursive: true })
  fs.writeFileSync(path, hash)
  return true
}

export function hashOf(root, sources) {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesUnder(root, source))
      hash
        .update(file)
        .update('\0')
        .update(fs.readFileSync(join(root, file)))
        .update('\0')
  return hash.digest('hex')
}

function filesUnder(root, path) {
  const at = join(root, path)
  const stat = fs.statSync(at, { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [path]
  const entries = fs.readdirSync(at, { withFileTypes: true }).filter((entry) => !SKIPPED.has(entry.name) && !entry.isSymbolicLink())
  return entries
    .map(({ name }) => `${path}/${name}`)
    .sort()
    .flatMap((child) => filesUnder(root, child))
}

function read(path) {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
