import { Button } from '@shopify/polaris'
import { useState } from 'react'
import { words } from './words.ts'

/** Saves what the address answers. App Bridge signs what the page fetches, but not what the browser itself downloads. */
export function DownloadButton({ address, name, label, children }: { address: string; name: string; label: string; children: string }) {
  const [state, setState] = useState<'idle' | 'loading' | 'failed'>('idle')
  const download = async () => {
    setState('loading')
    const answer = await fetch(address).catch(() => null)
    if (!answer?.ok) return setState('failed')
    save(await answer.blob(), name)
    setState('idle')
  }
  return (
    <Button variant="plain" loading={state === 'loading'} onClick={() => void download()} accessibilityLabel={label}>
      {state === 'failed' ? words.downloadFailed : children}
    </Button>
  )
}

function save(content: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
