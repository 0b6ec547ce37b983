import { useRef } from 'react'
import { focusFirstProblem } from './first-problem.ts'

/** For what needs every field to be right: otherwise it leads to the first that is not, which says why. */
export function useAttempt(isRight: boolean) {
  const fields = useRef<HTMLDivElement>(null)
  const attempt = (deed: () => void) => {
    if (isRight) return deed()
    // What is wrong with a field is said once it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    requestAnimationFrame(() => focusFirstProblem(fields.current) || deed())
  }
  return { isRight, fields, attempt }
}
