import { useSearchParams } from '@remix-run/react'
import { useCallback } from 'react'
import type { Listed } from '#app/values/listed.ts'

/** Shows another part of the list. `stay`: it is not the whole page, which must not jump to its top. */
export function useListed<Shown extends string>(listed: Listed<Shown>, { stay = false } = {}) {
  const [, setParams] = useSearchParams()
  return useCallback(
    (to: Partial<Listed<Shown>>) =>
      setParams({ ...listed, ...to, page: String(to.page ?? 1) }, { replace: to.search !== undefined, preventScrollReset: stay }),
    [listed, setParams, stay],
  )
}
