import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unlessFresh } from '../../bin/stamp.mjs'
import { folderWith } from './folder.ts'

const build = (root: string) =>
  unlessFresh({ root, sources: ['src'], result: 'out', stamp: '.data/stamp' }, async () => writeFileSync(join(root, 'out'), ''))

test('what is fresh is not built again', async () => {
  using folder = folderWith({ 'src/a.ts': 'a' })
  expect([await build(folder.path), await build(folder.path)]).toEqual([true, false])
})

test.each([
  ['a source changes', (root: string) => writeFileSync(join(root, 'src/a.ts'), 'b')],
  ['a source is added', (root: string) => writeFileSync(join(root, 'src/b.ts'), '')],
  ['a source goes', (root: string) => rmSync(join(root, 'src/a.ts'))],
  ['the result goes', (root: string) => rmSync(join(root, 'out'))],
])('it is built again when %s', async (_, change) => {
  using folder = folderWith({ 'src/a.ts': 'a' })
  await build(folder.path)
  change(folder.path)
  expect(await build(folder.path)).toBe(true)
})

test('a build that failed is tried again', async () => {
  using folder = folderWith({ 'src/a.ts': 'a', out: '' })
  const failing = unlessFresh({ root: folder.path, sources: ['src'], result: 'out', stamp: '.data/stamp' }, () =>
    Promise.reject(new Error('no')),
  )
  await expect(failing).rejects.toThrow('no')
  expect(await build(folder.path)).toBe(true)
})
