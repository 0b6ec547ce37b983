/** Kleene's three values: a fact that we do not have makes a rule neither hold nor fail. */
export type Truth = boolean | 'unknown'

export const not = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth)

export function all(truths: Iterable<Truth>): Truth {
  let known = true
  for (const truth of truths) {
    if (truth === false) return false
    if (truth === 'unknown') known = false
  }
  return known || 'unknown'
}

export function any(truths: Iterable<Truth>): Truth {
  let known = true
  for (const truth of truths) {
    if (truth === true) return true
    if (truth === 'unknown') known = false
  }
  return known ? false : 'unknown'
}
