import { useNavigation, useSearchParams } from '@remix-run/react'
import { useCallback, useEffect, useRef } from 'react'

type Query = Record<string, string>

/**
 * Changes the page's own query: from what it is becoming, not from what it still is, or a filter chosen a moment ago, which is not loaded
 * yet, would be taken away by the next one.
 */
export function useGo(): (change: (before: URLSearchParams) => Query, wish?: { replace?: boolean; stay?: boolean }) => void {
  const [params, setParams] = useSearchParams()
  const { state } = useNavigation()
  const becoming = useRef<URLSearchParams | null>(null)
  useEffect(() => {
    if (state === 'idle') becoming.current = null
  }, [state])
  return useCallback(
    (change, { replace = false, stay = true } = {}) => {
      becoming.current = new URLSearchParams(change(becoming.current ?? params))
      setParams(becoming.current, { replace, preventScrollReset: stay })
    },
    [params, setParams],
  )
}
