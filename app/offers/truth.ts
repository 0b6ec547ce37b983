/** Kleene's three values: a fact that we do not have makes a rule neither hold nor fail. */
export type Truth = boolean | 'unknown'

export const not = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth)

/** False if one is false, however many are not known. */
export function every<Each>(of: readonly Each[], truthOf: (each: Each) => Truth): Truth {
  let truth: Truth = true
  for (const each of of) {
    const one = truthOf(each)
    if (one === false) return false
    if (one === 'unknown') truth = one
  }
  return truth
}

/** True if one is true, however many are not known. */
export function some<Each>(of: readonly Each[], truthOf: (each: Each) => Truth): Truth {
  let truth: Truth = false
  for (const each of of) {
    const one = truthOf(each)
    if (one === true) return true
    if (one === 'unknown') truth = one
  }
  return truth
}
