import { useCallback } from 'react'
import type { Listed } from '#app/values/listed.ts'
import { useGo } from './use-go.tsx'

/** Shows another part of the list. `stay`: it is not the whole page, which must not jump to its top. */
export function useListed<Shown extends string>(listed: Listed<Shown>, { stay = false } = {}) {
  const go = useGo()
  return useCallback(
    (to: Partial<Listed<Shown>>) =>
      go((before) => ({ ...listed, ...Object.fromEntries(before), ...to, page: String(to.page ?? 1) }), {
        replace: to.search !== undefined,
        stay,
      }),
    [listed, go, stay],
  )
}
