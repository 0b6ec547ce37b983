import { useFetcher } from '@remix-run/react'
import { useCallback } from 'react'
import type { Choice } from '#app/ui/multi-picker.tsx'
import { useOneAtATime } from '#app/ui/one-at-a-time.tsx'
import type { Field } from '../rules/field.ts'

type Of = Extract<Field, { type: 'texts' }>['suggest']

/** What the shop's products or customers hold of this, asked for as the merchant types. */
export function useSuggestions(of: Of): { suggested: readonly Choice[]; suggest: (text: string) => void } {
  const { load, state, data } = useFetcher<{ found: string[] }>()
  const ask = useOneAtATime(state, load)
  const suggest = useCallback((text: string) => void (of && ask(`/suggestions?${new URLSearchParams({ of, search: text })}`)), [of, ask])
  return { suggested: (data?.found ?? []).map((value) => ({ value, label: value })), suggest }
}
