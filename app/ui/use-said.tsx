import { useAppBridge } from '@shopify/app-bridge-react'
import { useEffect, useRef } from 'react'
import { words } from './words.ts'

interface Said<Wish> {
  said?: string | undefined
  undo?: Wish | undefined
}

/** Says what came of a wish, and offers the way back where there is one. */
export function useSaid<Wish>(done: Said<Wish> | null | undefined, isError: boolean, ask: (wish: Wish) => void): void {
  const shopify = useAppBridge()
  const latest = useRef(ask)
  useEffect(() => void (latest.current = ask))
  const toast = useRef('')
  useEffect(() => {
    if (!done?.said) return
    const { said, undo } = done
    // What was done before can no longer be undone on its own.
    if (toast.current) shopify.toast.hide(toast.current)
    const back = undo ? { action: words.undo, onAction: () => latest.current(undo) } : {}
    toast.current = shopify.toast.show(said, isError ? { isError: true } : back)
  }, [done, isError, shopify])
}
