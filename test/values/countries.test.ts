import { expect, test } from 'vitest'
import { countriesTyped } from '#app/values/countries.ts'

test.each([
  ['', [], []],
  ['DE, AT', ['DE', 'AT'], []],
  ['de;at\nch.', ['DE', 'AT', 'CH'], []],
  ['UK', ['GB'], []],
  ['GB, uk', ['GB'], []],
  ['Germany, DE', ['DE'], ['Germany']],
  ['EU, XX, ZZ', [], ['EU', 'XX', 'ZZ']],
  ['DE and FR', ['DE', 'FR'], ['and']],
  ['Österreich', [], ['Österreich']],
])('of “%s” the countries are %j', (text, codes, unknown) => expect(countriesTyped(text)).toEqual({ codes, unknown }))
