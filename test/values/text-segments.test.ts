import { expect, test } from 'vitest'
import { segmentsOf } from '#app/values/text-segments.ts'

test.each([
  ['160 plain letters are one', 'a'.repeat(160), 160, 1, true],
  ['one more makes two', 'a'.repeat(161), 161, 2, true],
  ['two of 153', 'a'.repeat(306), 306, 2, true],
  ['and three', 'a'.repeat(307), 307, 3, true],
  ['a euro sign takes two places', `${'a'.repeat(159)}€`, 161, 2, true],
  ['one letter of another alphabet makes all of it wide', `${'a'.repeat(69)}я`, 70, 1, false],
  ['wide, in a row', 'я'.repeat(71), 71, 2, false],
  ['an emoji is two', `${'a'.repeat(68)}🎁`, 70, 1, false],
  ['nothing is one', '', 0, 1, true],
] as const)('%s', (_, text, letters, segments, plain) => expect(segmentsOf(text)).toEqual({ letters, segments, plain }))
