import ts from 'typescript'
import { expect, expectTypeOf, test } from 'vitest'
import type { decideReward } from '#app/rewards/reward.ts'
import type { earnReward } from '#app/rewards/reward.server.ts'
import type { ReviewFacts } from '#app/reviews/review-facts.ts'
import { allSources, each, sourceOf, type Source } from '../architecture/sources.ts'

/** What a review says, by every name that it goes by. */
type Sentiment = 'rating' | 'stars' | 'score' | 'sentiment' | 'title' | 'body' | 'text' | 'recommends' | 'answers' | 'helpful'
const SENTIMENT = /rating|stars?\b|sentiment|reviewScore|recommends/i

test('the type that reaches rewards tells nothing of what was said (R1)', () => {
  expectTypeOf<Extract<keyof ReviewFacts, Sentiment>>().toEqualTypeOf<never>()
  expectTypeOf<Parameters<typeof decideReward>[0]>().toEqualTypeOf<ReviewFacts>()
  expectTypeOf<Parameters<typeof earnReward>[0]>().toEqualTypeOf<ReviewFacts>()
})

/** Names and texts of the code; comments may say that there is no rating. */
function tells(source: Source): string[] {
  const found: string[] = []
  each(source.tree, (node) => {
    const said =
      ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateTail(node) ? node.text : ''
    const reads = ts.isPropertyAccessExpression(node) && /^(db|tx)\.review(Version|Summary|Log)?$/.test(node.getText())
    if (SENTIMENT.test(said) || reads) found.push(`${source.path}: ${node.getText()}`)
  })
  return found
}

test('nothing in rewards names a rating, or reads a review itself', () => {
  // What the merchant reads may say that no reward depends on it.
  const rewards = allSources().filter(({ path }) => path.startsWith('app/rewards/') && !/words\.ts$/.test(path))
  expect(rewards.length).toBeGreaterThan(10)
  expect(rewards.flatMap(tells)).toEqual([])
})

test('what is planted is found', () => {
  expect(tells(sourceOf('app/rewards/planted.ts', 'export const f = (review: { rating: number }) => review.rating > 3'))).not.toEqual([])
  expect(tells(sourceOf('app/rewards/planted.server.ts', 'export const g = (tx) => tx.review.findMany({})'))).not.toEqual([])
  expect(tells(sourceOf('app/rewards/planted.server.ts', 'export const h = (tx) => tx.$queryRaw`select rating from review`'))).not.toEqual(
    [],
  )
})
