import { useFetcher } from '@remix-run/react'
import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * Lets one question be under way at a time; of those that come meanwhile the last is asked next.
 * A fetcher that is used again before its answer is read cuts it off, and Remix throws that at the page.
 */
export function useOneAtATime(state: 'idle' | 'loading' | 'submitting', ask: (question: string) => void): (question: string) => void {
  const [last, setLast] = useState<{ question: string }>()
  const asked = useRef<typeof last>(undefined)
  useEffect(() => {
    if (!last || last === asked.current || state !== 'idle') return
    asked.current = last
    ask(last.question)
  }, [last, state, ask])
  return useCallback((question: string) => setLast({ question }), [])
}

/** What the server says to a JSON question that has not changed for `patience` milliseconds; the answer before stays until the next is there. */
export function useAnswer<Answer>(action: string, question: string, patience: number) {
  const { submit, state, data } = useFetcher<Answer>({ key: action })
  const post = useCallback((asked: string) => submit(asked, { method: 'POST', action, encType: 'application/json' }), [submit, action])
  const ask = useOneAtATime(state, post)
  useEffect(() => {
    const timer = setTimeout(() => ask(question), patience)
    return () => clearTimeout(timer)
  }, [question, patience, ask])
  return data
}
