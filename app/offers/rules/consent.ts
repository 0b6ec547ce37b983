import { z } from 'zod'
import { ruleKind } from './kind.ts'

export const consent = ruleKind({
  kind: 'consent',
  schema: z.object({ kind: z.literal('consent'), is: z.enum(['given', 'not-given']) }),
  title: 'E-mail marketing consent',
  group: 'shopper',
  fields: [
    {
      name: 'is',
      label: 'Shopper',
      type: 'choice',
      options: [
        { value: 'given', label: 'Agreed to marketing e-mails' },
        { value: 'not-given', label: 'Did not agree' },
      ],
    },
  ],
  empty: () => ({ kind: 'consent', is: 'given' }),
  sentence: ({ is }) => (is === 'given' ? 'agreed to marketing e-mails' : 'did not agree to marketing e-mails'),
  opposite: ({ is }) => (is === 'given' ? 'did not agree to marketing e-mails' : 'agreed to marketing e-mails'),
  check:
    ({ is }) =>
    (facts) =>
      facts.consent === null ? 'unknown' : facts.consent === (is === 'given'),
  keys: () => null,
  selectivity: () => 0.5,
  source: 'the shopper’s customer account as Encore has read it; a guest has none',
})
