import { expect, test } from 'vitest'
import { fitsNothing } from '#app/reviews/import/wish.ts'

test.each([
  ['none of two lines fits', { looked: 2, fitting: 0 }, 2, true],
  ['one fits', { looked: 2, fitting: 1 }, 2, false],
  ['lines further on may fit', { looked: 200, fitting: 0 }, 201, false],
  ['nobody has looked', null, 2, false],
])('there is nothing to start: %s', (_, preview, lines, nothing) => expect(fitsNothing(preview, lines)).toBe(nothing))
