import { useBlocker } from '@remix-run/react'
import { SaveBar, useAppBridge } from '@shopify/app-bridge-react'
import { Banner, Box, type BannerHandles } from '@shopify/polaris'
import { useEffect, useRef } from 'react'
import type { Conflict } from './use-held.tsx'
import { words } from './words.ts'

interface UnsavedChangesProps {
  open: boolean
  saving: boolean
  conflict?: Conflict | null
  onSave: () => void
  onDiscard: () => void
}

/** Shopify's save bar, and nobody leaves the page by mistake while it shows; at its place in the page, what keeps a save from being done. */
export function UnsavedChanges({ open, saving, conflict = null, onSave, onDiscard }: UnsavedChangesProps) {
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
  const discard = () => {
    onDiscard()
    conflict?.onTheirs()
  }
  return (
    <>
      <SaveBar open={open}>
        <button type="button" variant="primary" onClick={onSave} {...(saving ? { loading: '' } : {})}>
          {words.save}
        </button>
        <button type="button" onClick={discard} disabled={saving}>
          {words.discard}
        </button>
      </SaveBar>
      {conflict ? <ChangedMeanwhile conflict={conflict} saving={saving} onSave={onSave} /> : null}
    </>
  )
}

type ChangedMeanwhileProps = Pick<UnsavedChangesProps, 'saving' | 'onSave'> & { conflict: Conflict }

/** What to do about it, where the merchant looks first. */
export function ChangedMeanwhile({ conflict, saving, onSave }: ChangedMeanwhileProps) {
  const banner = useRef<BannerHandles>(null)
  useEffect(() => banner.current?.focus(), [])
  const mine = () => {
    conflict.onMine()
    onSave()
  }
  return (
    <Box paddingBlockEnd="400">
      <Banner
        ref={banner}
        tone="warning"
        title={words.changedTitle}
        action={{ content: words.saveMine, onAction: mine, loading: saving }}
        secondaryAction={{ content: words.showTheirs, onAction: conflict.onTheirs }}
      >
        <p>{words.changedText}</p>
      </Banner>
    </Box>
  )
}
