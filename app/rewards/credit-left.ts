import type { Value } from './program.ts'

/** What is left of a store credit, as far as the account was looked at; else what the reward is worth. */
export const creditLeftOf = ({ code, creditLeft }: { code: string | null; creditLeft: bigint | null }): Value | undefined =>
  code === null && creditLeft !== null ? { kind: 'store-credit', amount: Number(creditLeft) } : undefined
