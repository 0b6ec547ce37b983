import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The size of every package that the clone installed, as npm keeps it in its cache: what a cold cache would have to fetch. */
export function megabytesDownloaded(clone: string): number {
  const { packages } = JSON.parse(readFileSync(join(clone, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Record<string, Installed>
  }
  const wanted = new Set(Object.values(packages).flatMap(({ integrity }) => integrity ?? []))
  const cache = join(execFileSync('npm', ['config', 'get', 'cache'], { cwd: clone, encoding: 'utf8' }).trim(), '_cacache', 'index-v5')
  if (!existsSync(cache)) return 0
  const sizes = new Map<string, number>()
  for (const file of readdirSync(cache, { recursive: true, withFileTypes: true })) {
    if (file.isFile())
      for (const { integrity, size } of entriesOf(join(file.parentPath, file.name))) if (wanted.has(integrity)) sizes.set(integrity, size)
  }
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  return Math.round(bytes / 1e6)
}

type Installed = { integrity?: string }
type Cached = { integrity: string; size: number }

const entriesOf = (path: string): Cached[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => (line.includes('\t') ? [JSON.parse(line.slice(line.indexOf('\t') + 1)) as Cached] : []))
