import type { Quote } from '../block/reads.ts'

/** What a mail says of a product in other buyers' name: what its reviews come to, and one of them. */
export const praiseOf = (stars: string | undefined, quote: { text: string; by: string } | undefined): string[] => [
  ...(stars ? [stars] : []),
  ...(quote ? [`“${quote.text}” ${quote.by}`] : []),
]

export const spoken = (quote: Quote | undefined) => quote && { text: quote.text, by: quote.author }
