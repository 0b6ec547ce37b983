import { z } from 'zod'
import { ruleKind } from './kind.ts'
import { either } from './words.ts'

const DID = ['saw', 'accepted', 'declined'] as const
const SAYS: Record<(typeof DID)[number], { is: string; not: string; label: string }> = {
  saw: { is: 'saw', not: 'never saw', label: 'Saw it' },
  accepted: { is: 'accepted', not: 'never accepted', label: 'Accepted it' },
  declined: { is: 'declined', not: 'never declined', label: 'Declined it' },
}
const named = ({ did, offerIds }: { did: string; offerIds: readonly string[] }) => offerIds.map((id) => `${did}:${id}`)

/** After an earlier purchase, this one never among them. */
export const earlierOffer = ruleKind({
  kind: 'earlier-offer',
  schema: z.object({ kind: z.literal('earlier-offer'), did: z.enum(DID), offerIds: z.array(z.string().min(1).max(40)).min(1).max(50) }),
  title: 'Saw, accepted or declined an offer before',
  group: 'journey',
  fields: [
    { name: 'did', label: 'Shopper', type: 'choice', options: DID.map((value) => ({ value, label: SAYS[value].label })) },
    { name: 'offerIds', label: 'Offers', type: 'offers' },
  ],
  empty: () => ({ kind: 'earlier-offer', did: 'saw', offerIds: [] }),
  sentence: ({ did, offerIds }, { names }) => `${SAYS[did].is} ${either(offerIds, names.offers)} before`,
  opposite: ({ did, offerIds }, { names }) => `${SAYS[did].not} ${either(offerIds, names.offers)} before`,
  check(rule) {
    const wanted = new Set(named(rule))
    return ({ offers }) => (offers === null ? 'unknown' : offers.some((one) => wanted.has(one)))
  },
  names: (rule) => ({ of: 'offers', values: named(rule) }),
  needs: 'offers',
  keys: (rule) => ({ key: 'offer', values: named(rule) }),
  selectivity: () => 0.1,
  source: 'what the shopper did after earlier purchases; a guest is not known again',
})
