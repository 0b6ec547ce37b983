import { useState } from 'react'
import type { Choice } from '#app/ui/multi-picker.tsx'
import { useAnswer } from '#app/ui/use-answer.tsx'
import type { Field } from '../rules/field.ts'

type Of = Extract<Field, { type: 'texts' }>['suggest']

const PATIENCE = 150 // ms without a key before the server is asked

/** What the shop's products or customers hold of this, asked for as the merchant types. */
export function useSuggestions(of: Of) {
  const [search, suggest] = useState<string | null>(null)
  const url = of && search !== null ? `/suggestions?${new URLSearchParams({ of, search })}` : null
  const { answer, ...question } = useAnswer<{ found: string[] }>(url, { patience: PATIENCE })
  const suggested: readonly Choice[] = (answer?.found ?? []).map((value) => ({ value, label: value }))
  return { suggested, suggest, question }
}
