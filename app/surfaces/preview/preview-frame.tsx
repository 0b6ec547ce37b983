import { useState } from 'react'
import { createPortal } from 'react-dom'
import { ViewportSize } from './layouts.tsx'
import styles from './preview.css?inline'
import { Drawn } from './remote.tsx'
import { useExtension, type Preview, type Run } from './run.tsx'
import { PREVIEW_WORDS as words } from './words.ts'

interface PreviewFrameProps {
  preview: Preview
  wide: boolean
  rightToLeft: boolean
}

/** A page of its own within the page: Polaris's styles must not reach what Shopify's checkout would style. */
export function PreviewFrame({ preview, wide, rightToLeft }: PreviewFrameProps) {
  const run = useExtension(preview)
  const [shadow, setShadow] = useState<ShadowRoot | null>(null)
  const attach = (host: HTMLDivElement | null) => {
    if (host && !shadow) setShadow(host.shadowRoot ?? host.attachShadow({ mode: 'open' }))
  }
  return (
    <div className={wide ? 'preview wide' : 'preview'} role="group" aria-label={words.frame} aria-busy={run.state === 'loading'}>
      <div ref={attach} data-preview={run.state} />
      {shadow
        ? createPortal(
            <>
              <style>{styles}</style>
              <div className="page" data-wide={wide || undefined} dir={rightToLeft ? 'rtl' : 'ltr'} lang={preview.locale}>
                <ViewportSize.Provider value={wide ? 'large' : 'small'}>
                  <Screen run={run} />
                </ViewportSize.Provider>
              </div>
            </>,
            shadow,
          )
        : null}
    </div>
  )
}

function Screen({ run }: { run: Run }) {
  if (run.state === 'loading') return <p role="status">{words.loading}</p>
  if (run.state === 'failed') return <p role="alert">{words.failed}</p>
  return run.state === 'done' ? <p role="status">{words.done}</p> : <Drawn receiver={run.receiver} />
}
