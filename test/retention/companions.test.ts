import { expect, test } from 'vitest'
import { chooseCompanions, type Candidate } from '#app/retention/companions.ts'

const one = (productId: string, more: Partial<Candidate> = {}): Candidate => ({
  productId,
  variantId: `v${productId}`,
  title: `Product ${productId}`,
  imageUrl: null,
  price: 1_000,
  cost: null,
  together: 1,
  sold: 0,
  ...more,
})
const terms = (more: object = {}) => ({ percent: 10, most: 3, without: new Set<string>(), ...more })
const ids = (candidates: Candidate[], more: object = {}) => chooseCompanions(candidates, terms(more)).map(({ productId }) => productId)

test.each([
  ['what is bought along most often first', [one('1', { together: 2 }), one('2', { together: 9 })], {}, ['2', '1']],
  ['the margin first where the cost is known', [one('1', { together: 9, cost: 890 }), one('2', { together: 5, cost: 300 })], {}, ['2', '1']],
  ['a margin counts by how likely she wants it', [one('1', { together: 1, cost: 0 }), one('2', { together: 5, cost: 300 })], {}, ['2', '1']],
  ['a known margin before an unknown one', [one('1', { together: 9 }), one('2', { cost: 800 })], {}, ['2', '1']],
  ['nothing is sold at a loss', [one('1', { cost: 901 }), one('2')], {}, ['2']],
  ['without a discount the same thing earns', [one('1', { cost: 901 })], { percent: 0 }, ['1']],
  ['nothing that she has', [one('1', { together: 9 }), one('2')], { without: new Set(['1']) }, ['2']],
  ['what goes with it before what sells anyway', [one('1', { together: 0, sold: 99 }), one('2')], {}, ['2']],
  ['what sells where nothing was bought along yet', [one('1', { together: 0, sold: 1 }), one('2', { together: 0, sold: 9 })], {}, ['2', '1']],
  ['no more than the merchant says', [one('1'), one('2'), one('3')], { most: 2 }, ['1', '2']],
  ['nothing that costs nothing', [one('1', { price: 0 })], {}, []],
  ['equals always in the same order', [one('10'), one('9')], {}, ['9', '10']],
])('%s', (_, candidates, more, chosen) => expect(ids(candidates, more)).toEqual(chosen)) // prettier-ignore
