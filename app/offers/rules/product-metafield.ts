import { z } from 'zod'
import { traitCheck } from '../traits.ts'
import { ruleKind } from './kind.ts'
import { fold, quoted } from './texts.ts'
import { list } from './words.ts'

interface Metafield {
  metafield: string
  values: readonly string[]
}

/** Without values: that the product has the metafield at all. */
const traits = ({ metafield, values }: Metafield): string[] =>
  values.length > 0 ? values.map((value) => `metafield:${metafield}=${fold(value)}`) : [`metafield:${metafield}`]

const says = ({ metafield, values }: Metafield) =>
  `whose “${metafield || '…'}” ${values.length > 0 ? `is ${list(quoted(values))}` : 'is set'}`

export const productMetafield = ruleKind({
  kind: 'product-metafield',
  schema: z.object({
    kind: z.literal('product-metafield'),
    metafield: z
      .string()
      .trim()
      .regex(/^[\w-]{2,255}\.[\w-]{2,64}$/),
    values: z.array(z.string().trim().min(1).max(255)).max(50),
  }),
  title: 'Bought a product with a metafield',
  group: 'products',
  fields: [
    {
      name: 'metafield',
      label: 'Metafield',
      type: 'text',
      help: 'Namespace and key, as Settings, Custom data shows them: custom.material',
      problem: 'Enter namespace and key with a dot between them, such as custom.material',
    },
    { name: 'values', label: 'Values', type: 'texts', help: 'Leave empty if any value will do.' },
  ],
  empty: () => ({ kind: 'product-metafield', metafield: '', values: [] }),
  sentence: (rule) => `bought something ${says(rule)}`,
  opposite: (rule) => `bought nothing ${says(rule)}`,
  check: (rule) => traitCheck(traits(rule), `metafield:${rule.metafield}`),
  names: (rule) => ({ of: 'traits', values: traits(rule) }),
  keys: (rule) => ({ key: 'trait', values: traits(rule) }),
  selectivity: () => 0.1,
  source: 'the products’ metafields, which Encore begins to read when an active offer names them',
})
