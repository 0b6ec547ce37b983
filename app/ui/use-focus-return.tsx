import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * What had the focus when a dialog opened gets it back: Polaris does that only for a button that the dialog is drawn with, and many rows
 * share one. If it has gone meanwhile, what stands in its place gets it, or, where the button was one for all that is selected, the box for all.
 */
export function useFocusReturn(open: boolean): void {
  useLayoutEffect(() => {
    if (!open) return
    const before = document.activeElement
    const row = before?.closest('li, tr') ?? null
    const rows = row?.parentElement ?? null
    const at = row && rows ? [...rows.children].indexOf(row) : -1
    return () =>
      whenGone(document.querySelector('[role="dialog"]'), () => {
        if (document.activeElement !== document.body) return
        const heir = before?.isConnected ? before : (rows?.children[at] ?? rows?.lastElementChild ?? boxOfAll())
        if (heir instanceof HTMLElement) heir.focus()
      })
  }, [open])
}

/** It holds the focus until it has faded. */
function whenGone(dialog: Element | null, then: () => void): void {
  if (dialog?.isConnected) requestAnimationFrame(() => whenGone(dialog, then))
  else then()
}

const boxOfAll = () => document.querySelector<HTMLElement>('input[type="checkbox"]')

/** The buttons for what is selected go with the selection: the focus that one of them had goes to the box that selects all. */
export function useFocusAfterSelection(selected: number): void {
  const before = useRef(0)
  useEffect(() => {
    const gone = before.current > 0 && selected === 0 && document.activeElement === document.body
    before.current = selected
    if (gone) boxOfAll()?.focus()
  }, [selected])
}
