import { useRevalidator } from '@remix-run/react'
import { useRef, useState } from 'react'
import type { SaveAnswer } from '#app/values/opened.ts'

/** Someone else saved the page since it was opened: one of the two has to give way. */
export interface Conflict {
  onTheirs: () => void
  /** What is saved next replaces what she was told of; not what is stored even later. */
  onMine: () => void
}

/**
 * What a settings page was opened with stays what it is changed from, whatever is read meanwhile, until she has saved it or asks for what
 * someone else stored. With a save goes `opened()`, by which the server knows whether it is still so.
 */
export function useHeld<Shown extends { opened: string }>(loaded: Shown, answer: SaveAnswer | undefined) {
  const { revalidate } = useRevalidator()
  const [{ shown, theirs, settled }, hold] = useState({ shown: loaded, theirs: false, settled: undefined as SaveAnswer | undefined })
  const over = useRef<{ from: string; now: string } | null>(null)
  const own = answer?.opened
  if (loaded.opened !== shown.opened && (theirs || loaded.opened === own)) hold({ shown: loaded, theirs: false, settled: answer })
  const now = answer === settled ? undefined : answer?.now
  const conflict: Conflict | null =
    now === undefined
      ? null
      : {
          onTheirs: () => {
            hold({ shown, theirs: true, settled: answer })
            revalidate()
          },
          onMine: () => void (over.current = { from: shown.opened, now }),
        }
  return { shown, conflict, opened: () => (over.current?.from === shown.opened ? over.current.now : shown.opened) }
}
