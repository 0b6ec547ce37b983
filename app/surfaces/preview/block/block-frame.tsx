import { useRef, useState } from 'react'
import { isRightToLeft, type Language } from '#app/values/languages.ts'
import { PREVIEW_WORDS as words } from '../words.ts'
import { openBlock, type BlockGiven } from './host.tsx'
import pageStyle from './page.css?inline'

interface BlockFrameProps extends BlockGiven {
  locale: Language
  wide: boolean
}

/** A document of its own, as wide as a phone: the bundle meets nothing of the admin's page in it. */
export function BlockFrame({ wide, ...given }: BlockFrameProps) {
  const { locale } = given
  const [state, setState] = useState<'loading' | 'shown' | 'failed'>('loading')
  const [height, setHeight] = useState(0)
  const opened = useRef(false)
  const open = ({ contentWindow }: HTMLIFrameElement) => {
    const page = contentWindow as (Window & typeof globalThis) | null
    if (!page || opened.current) return
    opened.current = true
    new page.ResizeObserver(() => setHeight(page.document.documentElement.offsetHeight)).observe(page.document.documentElement)
    openBlock(page, given).then(
      () => setState('shown'),
      () => setState('failed'),
    )
  }
  const direction = isRightToLeft(locale) ? 'rtl' : 'ltr'
  return (
    <div className={wide ? 'preview wide' : 'preview'} aria-busy={state === 'loading'} data-preview={state}>
      {state === 'failed' ? <p role="alert">{words.failed}</p> : null}
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- the bundle is our own, and what it draws on is made from here */}
      <iframe
        className="preview-page"
        title={words.frame}
        style={{ blockSize: height }}
        srcDoc={`<!doctype html><html lang="${locale}" dir="${direction}"><style>${pageStyle}</style><body></body></html>`}
        onLoad={(event) => open(event.currentTarget)}
      />
    </div>
  )
}
