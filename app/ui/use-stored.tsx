import { useState } from 'react'

/** What is stored, to be changed: begins anew when something else is stored, and leaves the rest of the page as the merchant has it. */
export function useStored<Stored>(stored: Stored) {
  const [changed, change] = useState(stored)
  const told = JSON.stringify(stored)
  const [known, know] = useState(told)
  if (known !== told) {
    know(told)
    change(stored)
  }
  return [changed, change] as const
}
