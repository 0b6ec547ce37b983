import { z } from 'zod'
import { ruleKind } from './kind.ts'
import { fold, quoted, typedTexts } from './texts.ts'
import { list } from './words.ts'

/** By its name at the checkout, or a part of it: "express" finds "DHL Express". */
export const shippingMethod = ruleKind({
  kind: 'shipping-method',
  schema: z.object({ kind: z.literal('shipping-method'), methods: typedTexts }),
  title: 'Shipping method',
  group: 'order',
  fields: [{ name: 'methods', label: 'Shipping methods', type: 'texts', help: 'The name at the checkout, or a part of it.' }],
  empty: () => ({ kind: 'shipping-method', methods: [] }),
  sentence: ({ methods }) => `chose shipping by ${list(quoted(methods))}`,
  opposite: ({ methods }) => `did not choose shipping by ${list(quoted(methods))}`,
  check({ methods }) {
    const wanted = methods.map(fold)
    return (facts) => (facts.shippingMethod === null ? 'unknown' : wanted.some((part) => fold(facts.shippingMethod ?? '').includes(part)))
  },
  needs: 'checkout',
  keys: () => null,
  selectivity: () => 0.3,
  source: 'the checkout, which Shopify tells before the payment',
})
