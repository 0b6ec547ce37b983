import { chmodSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { holdPostgres, withClient } from '../../bin/postgres.mjs'
import { folderWith } from './folder.ts'

const PACKAGES = fileURLToPath(new URL('../../node_modules', import.meta.url))

/** A clone of its own, as far as the database is concerned. */
function clone({ mode }: { mode: number } = { mode: 0o755 }) {
  const folder = folderWith({})
  chmodSync(folder.path, mode)
  symlinkSync(PACKAGES, join(folder.path, 'node_modules'))
  return folder
}

const pidIn = (folder: string) => Number.parseInt(readFileSync(join(folder, 'data/postmaster.pid'), 'utf8'), 10)
const ask = async (url: string) => (await withClient(url, (client) => client.query<{ one: number }>('SELECT 1 AS one'))).rows[0]?.one

test('two users share one server, and the last one to leave stops it', async () => {
  using folder = clone()
  const [first, second] = await Promise.all([holdPostgres({ root: folder.path }), holdPostgres({ root: folder.path })])
  expect(first.url).toBe(second.url)
  await first.release()
  expect(await ask(second.url)).toBe(1)
  await second.release()
  await expect(ask(second.url)).rejects.toThrow()
})

test('what a killed server left behind does not stop the next one', async () => {
  using folder = clone()
  const killed = await holdPostgres({ root: folder.path })
  process.kill(pidIn(killed.folder), 'SIGKILL')
  const next = await holdPostgres({ root: folder.path })
  expect(await ask(next.url)).toBe(1)
  await Promise.all([killed.release(), next.release()])
})

test.runIf(process.getuid?.() === 0)('a clone where only root may go keeps its data where the user `postgres` may', async () => {
  using folder = clone({ mode: 0o700 })
  const held = await holdPostgres({ root: folder.path })
  expect(await ask(held.url)).toBe(1)
  expect(held.folder.startsWith(folder.path)).toBe(false)
  await held.release()
  rmSync(dirname(held.folder), { recursive: true })
})
