import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ELEMENTS } from '#app/surfaces/preview/block/elements.tsx'

const BLOCK = new URL('../../extensions/thank-you-offer/src/', import.meta.url)

test('the preview draws every element that the block makes, and no others', () => {
  const source = readdirSync(BLOCK).map((name) => readFileSync(new URL(name, BLOCK), 'utf8'))
  const made = new Set(source.join('').match(/(?<=<)s-[a-z-]+/g))
  expect([...made].toSorted()).toEqual(Object.keys(ELEMENTS).toSorted())
})
