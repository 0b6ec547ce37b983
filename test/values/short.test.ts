import { expect, test } from 'vitest'
import { shorten } from '#app/values/short.ts'

test.each([
  ['Leather case', 12, 'Leather case'],
  ['Leather case, brown', 15, 'Leather case…'],
  ['Lederschutzhülle', 10, 'Lederschu…'],
  ['A Lederschutzhülle', 10, 'A Ledersc…'],
  ['👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 3, '👩‍👩‍👧👩‍👩‍👧…'],
  ['👩‍👩‍👧👩‍👩‍👧', 2, '👩‍👩‍👧👩‍👩‍👧'],
])('%s in %d letters is %s', (text, most, short) => expect(shorten(text, most)).toBe(short))
