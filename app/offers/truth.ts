/** Kleene's three values: a fact that we do not have makes a rule neither hold nor fail. */
export type Truth = boolean | 'unknown'

export const not = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth)
