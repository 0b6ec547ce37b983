import { useBlocker } from '@remix-run/react'
import { SaveBar, useAppBridge } from '@shopify/app-bridge-react'
import { useEffect } from 'react'
import { words } from './words.ts'

interface UnsavedChangesProps {
  open: boolean
  saving: boolean
  onSave: () => void
  onDiscard: () => void
}

/** Shopify's save bar, and nobody leaves the page by mistake while it shows. */
export function UnsavedChanges({ open, saving, onSave, onDiscard }: UnsavedChangesProps) {
  const shopify = useAppBridge()
  const blocker = useBlocker(({ currentLocation, nextLocation }) => open && !saving && currentLocation.pathname !== nextLocation.pathname)
  useEffect(() => {
    if (blocker.state === 'blocked') void shopify.saveBar.leaveConfirmation?.().then(blocker.proceed)
  }, [blocker, shopify])
  useEffect(() => {
    if (!open) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [open])
  return (
    <SaveBar open={open}>
      <button type="button" variant="primary" onClick={onSave} {...(saving ? { loading: '' } : {})}>
        {words.save}
      </button>
      <button type="button" onClick={onDiscard} disabled={saving}>
        {words.discard}
      </button>
    </SaveBar>
  )
}
