import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { claim, dropClaim, readClaim } from '../../bin/claim.mjs'
import { folderWith } from './folder.ts'

test('one of two has it, and it says who', () => {
  using folder = folderWith({})
  const path = join(folder.path, 'here/lock')
  expect([claim(path, 'first'), claim(path, 'second')]).toEqual([true, false])
  expect(readFileSync(path, 'utf8')).toBe('first')
})

test('what is taken away is the claim that was seen, not one that somebody has made since', () => {
  using folder = folderWith({ lock: 'alive' })
  const path = join(folder.path, 'lock')
  dropClaim(path, 'dead')
  expect(readClaim(path)).toBe('alive')
  dropClaim(path, 'alive')
  expect(readClaim(path)).toBeUndefined()
})

test('while one takes it away nobody else does', () => {
  using folder = folderWith({ lock: 'dead', 'lock.dropping': '1' })
  dropClaim(join(folder.path, 'lock'), 'dead')
  expect(readClaim(join(folder.path, 'lock'))).toBe('dead')
})
