import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from '../../bin/lock.mjs'
import { folderWith } from './folder.ts'

const HERE = 'http://admin.localhost:4000'

test('a second start in the same folder is refused, and says where the first one runs', () => {
  using folder = folderWith({})
  const unlock = lockFolder(folder.path, HERE)
  expect(() => lockFolder(folder.path, HERE)).toThrow(`Encore already runs in this folder (process ${process.pid}, ${HERE})`)
  unlock()
})

test('the lock is gone when the first one ends', () => {
  using folder = folderWith({})
  lockFolder(folder.path, HERE)()
  expect(existsSync(join(folder.path, '.data/running.json'))).toBe(false)
})

test('a lock that a killed run left behind is taken over', () => {
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  using folder = folderWith({ '.data/running.json': JSON.stringify({ pid: dead, address: HERE }) })
  lockFolder(folder.path, HERE)
  expect(JSON.parse(readFileSync(join(folder.path, '.data/running.json'), 'utf8'))).toEqual({ pid: process.pid, address: HERE })
})

test('a lock whose number now belongs to another program is taken over', () => {
  using folder = folderWith({ '.data/running.json': JSON.stringify({ pid: 1, address: HERE }) })
  lockFolder(folder.path, HERE)()
})

test('a lock that was cut off while it was written is taken over', () => {
  using folder = folderWith({ '.data/running.json': '{"pid"' })
  lockFolder(folder.path, HERE)()
})
