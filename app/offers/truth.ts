/** Kleene's three values: a fact that we do not have makes a rule neither hold nor fail. */
export type Truth = boolean | 'unknown'

export const not = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth)

type Check<Asked> = (asked: Asked) => Truth

/** False if one is false, however many are not known. Made once, for checks that are asked over and over. */
export const everyOf =
  <Asked>(checks: readonly Check<Asked>[]): Check<Asked> =>
  (asked) => {
    let truth: Truth = true
    for (const check of checks) {
      const one = check(asked)
      if (one === false) return false
      if (one === 'unknown') truth = one
    }
    return truth
  }

/** True if one is true, however many are not known. */
export const someOf =
  <Asked>(checks: readonly Check<Asked>[]): Check<Asked> =>
  (asked) => {
    let truth: Truth = false
    for (const check of checks) {
      const one = check(asked)
      if (one === true) return true
      if (one === 'unknown') truth = one
    }
    return truth
  }
