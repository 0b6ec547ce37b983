import { describe, expect, test } from 'vitest'
import { forbiddenImports, forbiddenReaders } from './architecture/layers.ts'
import { impurities } from './architecture/purity.ts'
import { badNames, oversizes } from './architecture/sizes.ts'
import { allSources, filesUnder, sourceOf } from './architecture/sources.ts'
import { presumptions, strayWords } from './architecture/words.ts'

const sources = allSources()

test('there is something to look at', () => expect(sources.length).toBeGreaterThan(50))
test('imports go only where the layers allow', () => expect(sources.flatMap(forbiddenImports)).toEqual([]))
test('nobody but the top wires', () => expect(sources.flatMap(forbiddenReaders)).toEqual([]))
test('decisions and values are pure', () => expect(sources.flatMap(impurities)).toEqual([]))
test('files and functions stay small', () => expect(sources.flatMap(oversizes)).toEqual([]))
test('what the admin says stands in a catalogue', () => expect(sources.flatMap(strayWords)).toEqual([]))
test('nobody who reads is taken for a woman or a man', () => expect(sources.flatMap(presumptions)).toEqual([]))
test('file names say something', () => {
  expect(['app', 'bin', 'extensions', 'test'].flatMap(filesUnder).flatMap(badNames)).toEqual([])
})

const planted = (path: string, text: string) => {
  const source = sourceOf(path, text)
  return [
    ...forbiddenImports(source),
    ...forbiddenReaders(source),
    ...impurities(source),
    ...oversizes(source),
    ...strayWords(source),
    ...presumptions(source),
    ...badNames(path),
  ].length
}

describe('what is planted is found', () => {
  test.each([
    ['values that know a domain', 'app/values/money.ts', `import { x } from '../offers/offer.ts'`],
    ['values that know a library', 'app/values/money.ts', `import pg from 'pg'`],
    ['a decision with a database', 'app/offers/decide.ts', `import { db } from '#app/platform/db.server.ts'`],
    ['a decision of a domain it may not know', 'app/offers/decide.ts', `import { x } from '../analytics/metrics.ts'`],
    ['a decision that reads a file', 'app/offers/decide.ts', `import fs from 'node:fs'`],
    ['a decision that asks the clock', 'app/offers/decide.ts', `export const now = () => Date.now()`],
    ['a decision that makes the date', 'app/offers/decide.ts', `export const now = () => new Date()`],
    ['a decision with dice', 'app/offers/decide.ts', `export const roll = () => Math.random()`],
    ['a decision that fetches', 'app/offers/decide.ts', `export const ask = () => fetch('/')`],
    ['a decision that reads the environment', 'app/offers/decide.ts', `export const key = process.env['KEY']`],
    ['a view with I/O', 'app/offers/offer-list.tsx', `import { listOffers } from './offers.server.ts'`],
    ['a domain with the I/O of another', 'app/surfaces/accept/accept.server.ts', `import { x } from '../../offers/offers.server.ts'`],
    ['a domain with Remix', 'app/shops/install.server.ts', `import { json } from '@remix-run/node'`],
    ['a domain that wires', 'app/shops/install.server.ts', `import { jobs } from '../wiring.server.ts'`],
    ['platform with a product word', 'app/platform/inbox.server.ts', `import { x } from '../offers/offer.ts'`],
    ['a route with Prisma', 'app/routes/_admin.tsx', `import { Prisma } from '@prisma/client'`],
    ['a route with the database', 'app/routes/_admin.tsx', `import { db } from '#app/platform/db.server.ts'`],
    ['a route that knows a route', 'app/routes/_admin.tsx', `import { x } from './auth.login.tsx'`],
    [
      'an extension with our code',
      'extensions/post-purchase-offer/src/index.ts',
      `import { Offer } from '../../../app/surfaces/contract.ts'`,
    ],
    [
      'an extension with types of a domain',
      'extensions/post-purchase-offer/src/index.ts',
      `import type { Offer } from '#app/offers/offer.ts'`,
    ],
    ['a simulator with our code', 'test/simulator/main.ts', `import { money } from '#app/values/money.ts'`],
    ['a lazy import', 'app/offers/decide.ts', `export const load = () => import('../platform/db.server.ts')`],
    ['a long file', 'app/offers/long.ts', 'export {}\n'.repeat(251)],
    ['a long function', 'app/offers/long.ts', `export function f() {\n${'  f()\n'.repeat(50)}}`],
    ['a long loader', 'app/routes/_admin.tsx', `export async function loader() {\n${'  f()\n'.repeat(25)}}`],
    ['words among the tags', 'app/offers/list.tsx', `export const List = () => <p>No offer yet</p>`],
    ['words in a label', 'app/offers/list.tsx', `export const List = () => <Field label="Name" />`],
    ['a shopper who must be a woman', 'app/offers/words.ts', `export const WORDS = { seen: 'she saw it' }`],
    ['a name that says nothing', 'app/offers/offer-utils.ts', `export {}`],
  ])('%s', (_, path, text) => expect(planted(path, text)).toBeGreaterThan(0))

  test.each([
    [
      'types of the contract',
      'extensions/post-purchase-offer/src/index.ts',
      `import type { Offer } from '../../../app/surfaces/contract.ts'`,
    ],
    ['a domain that is known', 'app/surfaces/place.ts', `import { judge } from '../offers/judge.ts'`],
    ['a date that was given', 'app/offers/decide.ts', `export const then = (at: string) => new Date(at)`],
    ['a property called process', 'app/offers/decide.ts', `export const f = (job: { process: string }) => job.process`],
    ['a component of eighty lines', 'app/offers/offer-list.tsx', `export function OfferList() {\n${'  f()\n'.repeat(78)}}`],
  ])('and %s is allowed', (_, path, text) => expect(planted(path, text)).toBe(0))
})
