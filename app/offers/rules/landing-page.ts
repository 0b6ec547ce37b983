import { z } from 'zod'
import { ruleKind } from './kind.ts'
import { fold, quoted, typedTexts } from './texts.ts'
import { list } from './words.ts'

/** The path alone: what follows the question mark may tell who she is, and the UTM rule has what matters of it. */
export const landingPage = ruleKind({
  kind: 'landing-page',
  schema: z.object({ kind: z.literal('landing-page'), parts: typedTexts }),
  title: 'Landing page',
  group: 'journey',
  fields: [{ name: 'parts', label: 'Address contains', type: 'texts', help: 'A part of the address, such as /collections/sale' }],
  empty: () => ({ kind: 'landing-page', parts: [] }),
  sentence: ({ parts }) => `arrived on a page with ${list(quoted(parts))} in its address`,
  opposite: ({ parts }) => `did not arrive on a page with ${list(quoted(parts))} in its address`,
  check({ parts }) {
    const wanted = parts.map(fold)
    return ({ landing }) => (landing === null ? 'unknown' : wanted.some((part) => landing.includes(part)))
  },
  needs: 'checkout',
  keys: () => null,
  selectivity: () => 0.2,
  source: 'the page on which the shopper arrived, which Shopify tells with the checkout',
})

const LONGEST = 200

export const pathOf = (landingPage: string): string =>
  fold(landingPage.replace(/^https?:\/\/[^/]*/i, '').split(/[?#]/)[0] ?? '').slice(0, LONGEST) || '/'
