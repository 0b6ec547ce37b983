import { Button } from '@shopify/polaris'
import { ArrowDownIcon, ArrowUpIcon } from '@shopify/polaris-icons'
import { createContext, useCallback, useContext, useRef, type ReactNode, type Ref } from 'react'
import { words } from './words.ts'

const See = createContext<(from: HTMLElement | null) => void>(() => undefined)

interface BesidePreviewProps {
  preview: ReactNode
  children: ReactNode
  fields?: Ref<HTMLDivElement>
}

/** Fields, and beside them what a shopper will see; on a narrow page below them, with a way there and back. */
export function BesidePreview({ preview, children, fields }: BesidePreviewProps) {
  const side = useRef<HTMLElement>(null)
  const left = useRef<HTMLElement | null>(null)
  const see = useCallback((from: HTMLElement | null) => {
    left.current = from
    side.current?.scrollIntoView()
    side.current?.querySelector('button')?.focus({ preventScroll: true })
  }, [])
  return (
    <See.Provider value={see}>
      <div ref={fields} className="editor">
        {children}
        <aside ref={side} className="editor-side" aria-label={words.preview}>
          <div className="only-one-column">
            <Button variant="plain" icon={ArrowUpIcon} onClick={() => returnTo(left.current ?? firstField())}>
              {words.backToFields}
            </Button>
          </div>
          {preview}
        </aside>
      </div>
    </See.Provider>
  )
}

/** Leads to the preview where it is not in sight beside the fields. */
export function SeePreview() {
  const see = useContext(See)
  const place = useRef<HTMLDivElement>(null)
  return (
    <div ref={place} className="only-one-column">
      <Button variant="plain" icon={ArrowDownIcon} onClick={() => see(place.current?.querySelector('button') ?? null)}>
        {words.seePreview}
      </Button>
    </div>
  )
}

const firstField = () => document.querySelector<HTMLElement>('.editor :is(input, textarea)')

function returnTo(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'center' })
  element?.focus({ preventScroll: true })
}
