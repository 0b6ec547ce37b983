import type { FetcherWithComponents } from '@remix-run/react'
import { useAppBridge } from '@shopify/app-bridge-react'
import { useCallback, useEffect, useRef } from 'react'
import type { Answer, Deed } from './deeds.ts'
import { words } from './words.ts'

/** Does what is asked, says what was done, and offers the way back. */
export function useDeeds({ submit, state, data }: FetcherWithComponents<unknown>) {
  const shopify = useAppBridge()
  const answer = data as Answer | undefined
  const act = useCallback((deed: Deed) => submit(deed as never, { method: 'POST', encType: 'application/json' }), [submit])
  const toast = useRef('')
  useEffect(() => {
    if (!answer || answer.refused !== undefined) return
    const { undo, deed, changed } = answer
    // What was done before can no longer be undone on its own.
    if (toast.current) shopify.toast.hide(toast.current)
    const said = changed === 0 ? words.nothingChanged : words.done[deed](changed)
    toast.current = shopify.toast.show(said, undo ? { action: words.undo, onAction: () => act(undo) } : {})
  }, [answer, shopify, act])
  return {
    busy: state !== 'idle',
    act,
    refused: answer?.refused ?? null,
    done: answer?.refused === undefined ? (answer?.deed ?? null) : null,
  }
}
