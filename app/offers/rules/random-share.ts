import { z } from 'zod'
import { shareOf } from '../chance.ts'
import { ruleKind } from './kind.ts'

/** The same shopper always falls on the same side of one rule; another rule throws its own dice. */
export const randomShare = ruleKind({
  kind: 'random-share',
  schema: z.object({ kind: z.literal('random-share'), percent: z.number().gt(0).max(100), salt: z.string().min(1).max(64) }),
  title: 'Random share of shoppers',
  group: 'journey',
  fields: [
    { name: 'percent', label: 'Share of shoppers', type: 'percent', problem: 'Enter a percentage above 0, at most 100' },
    { name: 'salt', label: 'Draw', type: 'salt' },
  ],
  empty: () => ({ kind: 'random-share', percent: 50, salt: '' }),
  sentence: ({ percent }) => `are among a random ${Number.isNaN(percent) ? '…' : percent} % of all`,
  opposite: ({ percent }) => `are not among a random ${Number.isNaN(percent) ? '…' : percent} % of all`,
  check:
    ({ percent, salt }) =>
    ({ dice }) =>
      dice === null ? 'unknown' : shareOf(salt, dice) < percent / 100,
  keys: () => null,
  selectivity: ({ percent }) => percent / 100,
  source: 'the shopper’s account or checkout, which was erased on request',
})
