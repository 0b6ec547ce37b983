import type { Explained, Outranked, Silence } from '#app/offers/decide.ts'
import type { WhyClosed } from '#app/offers/funnel.ts'
import type { OfferDefinition } from '#app/offers/offer.ts'
import { sayRule } from '#app/offers/sentence.ts'
import { sayPlaces } from '#app/offers/surface-words.ts'
import { ruleAt } from '#app/offers/rules/rules.ts'
import type { Words } from '#app/offers/rules/words.ts'
import type { Eligibility, Ineligible, Unsettled } from '../decide/eligibility.ts'
import type { EligibilityView, VerdictView } from './order-view.ts'

/** The limits of Shopify's page after payment, contracts 7.1. */
const INELIGIBLE: Record<Ineligible, string> = {
  'other-channel': 'The order did not come from the online store, and Shopify shows the page only there.',
  'foreign-currency': 'It was paid in another currency than the shop’s, and Shopify does not show the page then.',
  'no-shipping-address': 'It has no shipping address (digital goods or pickup), and Shopify does not show the page then.',
  'local-delivery': 'It is delivered locally, and Shopify does not show the page then.',
  'below-minimum': 'It is below the least amount for which Shopify shows the page.',
  'gift-card': 'A gift card was used, and Shopify does not show the page then.',
  wallet: 'It was paid with a wallet, and Shopify does not show the page for wallets.',
  instalments: 'It is paid in instalments, and Shopify does not show the page then.',
  'local-payment-method': 'It was paid with a local payment method that cannot be charged a second time.',
  'not-a-card': 'It was not paid with a card that can be charged a second time.',
}
const UNSETTLED: Record<Unsettled, string> = {
  'no-checkout': 'Encore knows no checkout of this order: it is older than Encore in this shop, or did not come from the online store.',
  'order-not-arrived': 'Shopify has not told Encore of this order yet.',
  'payment-not-arrived': 'Shopify has not told Encore of the payment yet; it says how it was paid.',
  'payment-details-not-read': 'Encore has not read yet which card or wallet paid.',
  'paypal-reference-transactions':
    'It was paid with PayPal: Shopify shows the page only to shops whose PayPal account allows reference transactions.',
}

export function sayEligibility(eligibility: Eligibility): EligibilityView {
  if (eligibility.eligible === 'unknown') return { state: 'not-known', because: UNSETTLED[eligibility.because] }
  if (eligibility.eligible)
    return {
      state: 'yes',
      because:
        eligibility.because === 'asked'
          ? 'Shopify asked Encore for an offer.'
          : 'Nothing that Encore knows speaks against it, but Shopify did not ask Encore for an offer. Is Encore chosen in Settings, Checkout?',
    }
  const { because, wallet } = eligibility
  return {
    state: 'no',
    because: wallet ? `It was paid with ${sayWallet(wallet)}, and Shopify does not show the page for wallets.` : INELIGIBLE[because],
  }
}

/** `APPLE_PAY` -> `Apple Pay`. */
const sayWallet = (wallet: string): string =>
  wallet
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')

const SILENCES: Record<Silence, string> = {
  'no-active-offer': 'No offer was active.',
  'no-offer-matches': 'No offer fitted this purchase.',
  'nothing-available': 'What fitted could not be sold at that moment.',
}
export const saySilence = (because: Silence | null): string | null => because && SILENCES[because]

export const UNAVAILABLE: Record<WhyClosed, string> = {
  'sold-out': 'What it offers was sold out.',
  deleted: 'What it offers is no longer in the shop.',
  archived: 'What it offers is archived.',
  unpublished: 'What it offers is not on the online store.',
  'cap-reached': 'It had been accepted as often as it may in all.',
  'budget-reached': 'The discount that it may give away in all was spent.',
  'met-before': 'The shopper had met it elsewhere for this order, or answered it.',
  'had-enough': 'This shopper had accepted it as often as one shopper may.',
  'plan-gone': 'The selling plan that it sells by is no longer in the shop, or no longer paid with each delivery.',
  'in-order': 'What it offers was in this order already.',
  'nothing-fits': 'Its best match found nothing that this shopper had not bought before.',
  'order-has-subscription': 'It is a subscription, and Shopify adds no second one to an order.',
}

const OUTRANKED: Record<NonNullable<Outranked> | 'other', string> = {
  priority: 'It fits too, but an offer with a higher priority came first.',
  list: 'It fits too, but an offer with the same priority stands above it in the list.',
  value: 'It fits too, but of those with the same priority Encore chose the one that it expected to earn most.',
  other: 'It fits too, but another offer was shown.',
}

const OTHER_ARM = {
  known: 'It is in an A/B test, which shows this shopper the other version.',
  erased: 'It was in an A/B test. Which version this shopper was to see is not known any more: who it was has been erased.',
}

export type Said = Pick<VerdictView, 'tone' | 'verdict' | 'because'>

export function sayVerdict(explained: Explained, { rules, shownOn }: OfferDefinition, words: Words): Said {
  switch (explained.verdict) {
    case 'chosen':
      return { tone: 'success', verdict: 'Chosen', because: null }
    case 'matched':
      return { tone: null, verdict: 'Fitted', because: 'It fits this purchase, but was not shown after the payment.' }
    case 'outranked':
      return { tone: null, verdict: 'Fitted', because: OUTRANKED[explained.by ?? 'other'] }
    case 'not-started':
      return { tone: null, verdict: 'Not running', because: 'Its schedule had not started.' }
    case 'ended':
      return { tone: null, verdict: 'Not running', because: 'Its schedule had ended.' }
    case 'other-arm':
      return {
        tone: null,
        verdict: explained.known ? 'The other version' : 'Not known',
        because: OTHER_ARM[explained.known ? 'known' : 'erased'],
      }
    case 'other-surface':
      return { tone: null, verdict: 'Not on this page', because: `It is meant for other places: ${sayPlaces(shownOn)}.` }
    case 'unavailable':
      return { tone: 'warning', verdict: 'Fitted', because: UNAVAILABLE[explained.because] }
    case 'no-match':
      return { tone: null, verdict: explained.rule.known ? 'Did not fit' : 'Not known', because: sayBroken(explained.rule, rules, words) }
  }
}

type Broken = Extract<Explained, { verdict: 'no-match' }>['rule']

function sayBroken({ path, wanted, known }: Broken, rules: OfferDefinition['rules'], words: Words): string {
  const rule = ruleAt(rules, path)
  const clause = rule ? sayRule(rule, words) : 'meet a rule that is no longer there'
  const who = `${wanted ? 'Only' : 'Not'} for shoppers who ${clause}.`
  if (!known) return `${who} Whether that is so was not known.`
  return `${who} ${wanted ? 'It was not so.' : 'It was so.'}`
}
