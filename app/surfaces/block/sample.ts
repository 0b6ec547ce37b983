import type { Shelf } from '#app/offers/availability.ts'
import { fitFunnel, type Buyer } from '#app/offers/fit.ts'
import type { OpenFunnel } from '#app/offers/funnel.ts'
import { exponentOf, formatMoney, parseMoney } from '#app/values/money.ts'
import type { BlockAnswer, BlockOffer, BlockStep, BlockSurface } from '../contract.ts'
import { sayPercent } from '../accept/changeset.ts'
import type { Voice } from '../voice.ts'
import { fill } from '../wording/catalogue.ts'
import { viewSteps } from './block-view.ts'
import type { Quote } from './reads.ts'
import { SAMPLE_WORDS } from './sample-words.ts'
import { sayCode, viewCodes, viewReview } from './thanks-view.ts'

/** What a sample is made of: an offer of the shop's, if there is one, as somebody would meet it who has bought nothing of it. */
export interface Sampled {
  offer: { id: string; funnel: OpenFunnel } | null
  shelf: Shelf
  quotes: ReadonlyMap<string, Quote>
  together: string | null // until when, where the merchant lets it travel with the first order
  day: string // on which the code of a sample ends
}

const NOBODY: Buyer = { lines: [], hasSubscription: false, bought: null }

/** An offer as a block would show it to somebody. */
export const blockFunnel = (funnel: OpenFunnel): OpenFunnel => fitFunnel(funnel, NOBODY)

/** A block as shoppers see it, with nothing behind it: in the merchant's editor and in the preview. */
export function sampleOf(surface: BlockSurface, sampled: Sampled, voice: Voice): BlockAnswer {
  const { thanks } = voice.words
  return {
    offer: sampleOffer(sampled, voice),
    ...(surface === 'order-status'
      ? {
          codes: viewCodes(thanks, [sayCode(thanks, { code: 'SAMPLE-10', value: sayPercent(10, voice), date: sampled.day })]),
          review: viewReview(thanks, ''),
        }
      : {}),
  }
}

function sampleOffer({ offer, shelf, quotes, together }: Sampled, voice: Voice): BlockOffer {
  const { block, words } = voice.words
  const view = offer && viewSteps(offer.id, offer.funnel, shelf, voice, quotes)
  return {
    placement: '',
    ...(view ?? { first: 'sample', steps: [madeUp(voice)] }),
    ...(together ? { together: fill(block.together, { date: together }) } : {}),
    words: { option: words.option, amount: words.amount, buy: block.buy, taken: block.taken },
  }
}

/** So that she sees the block before she has an offer. */
function madeUp(voice: Voice): BlockStep {
  const { block, words } = voice.words
  const title = SAMPLE_WORDS[voice.language].product
  const { currency, language } = voice
  const price = formatMoney({ amount: parseMoney(exponentOf(currency) === 0 ? '2000' : '20', currency), currency }, language)
  return {
    id: 'sample',
    all: true,
    headline: fill(block.headline, { product: title }),
    body: '',
    products: [{ title, image: null, quantity: 1, variants: [{ variantId: 1, title: null, price, total: price }] }],
    total: price,
    accept: block.accept,
    decline: words.decline,
    onDecline: null,
  }
}
