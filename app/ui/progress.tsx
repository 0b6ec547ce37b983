import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const EVERY = 3_000 // ms

/** Reads the page's figures again while something is under way and somebody looks. */
export function useProgress(running: boolean): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (!running || state !== 'idle') return
    const timer = setTimeout(() => document.visibilityState === 'visible' && revalidate(), EVERY)
    return () => clearTimeout(timer)
  }, [running, state, revalidate])
}
