import { z } from 'zod'
import { ruleKind } from './kind.ts'
import { fold, quoted } from './texts.ts'
import { list } from './words.ts'

/** Without codes: that any was used. */
export const discountCode = ruleKind({
  kind: 'discount-code',
  schema: z.object({ kind: z.literal('discount-code'), codes: z.array(z.string().trim().min(1).max(255)).max(250) }),
  title: 'Discount code used',
  group: 'order',
  fields: [{ name: 'codes', label: 'Codes', type: 'texts', help: 'Leave empty for any code.' }],
  empty: () => ({ kind: 'discount-code', codes: [] }),
  sentence: ({ codes }) => (codes.length > 0 ? `used the discount code ${list(quoted(codes))}` : 'used a discount code'),
  opposite: ({ codes }) => (codes.length > 0 ? `did not use the discount code ${list(quoted(codes))}` : 'used no discount code'),
  check({ codes }) {
    const wanted = new Set(codes.map(fold))
    return (facts) => {
      if (facts.codes === null) return 'unknown'
      return wanted.size === 0 ? facts.codes.any : facts.codes.named.some((code) => wanted.has(code))
    }
  },
  names: ({ codes }) => ({ of: 'codes', values: codes.map(fold) }),
  needs: 'checkout',
  keys: ({ codes }) => (codes.length > 0 ? { key: 'code', values: codes.map(fold) } : null),
  selectivity: () => 0.05,
  source: 'the checkout, which Shopify tells before the payment',
})
