import { Children, createContext, useContext, type ComponentType, type CSSProperties } from 'react'
import type { Props } from './props.tsx'
import { box } from './texts.tsx'

export type Viewport = 'small' | 'medium' | 'large'
export const ViewportSize = createContext<Viewport>('small')

interface Sizing {
  sizes?: readonly (number | string)[]
  maxInlineSize?: number
}

/** Up to 1 a size is a share of the width, above it pixels. */
const length = (size: number) => (size <= 1 ? `${size * 100}%` : `${size}px`)
const basis = (size: number | string | undefined): CSSProperties =>
  typeof size === 'number' ? { flex: `0 1 ${length(size)}` } : { flex: size === 'fill' ? '1 1 0' : '0 1 auto' }

/** What does not fit beside its neighbour goes to the next line. */
function Layout({ media, sizes, maxInlineSize, children }: Props) {
  const viewport = useContext(ViewportSize)
  const special = (media as (Sizing & { viewportSize: Viewport })[] | undefined)?.find(({ viewportSize }) => viewportSize === viewport)
  const wanted: Sizing = { sizes, maxInlineSize, ...special } as Sizing
  const width = wanted.maxInlineSize
  return (
    <div className="layout" style={width === undefined ? {} : { maxInlineSize: length(width) }}>
      {Children.map(children, (child, index) => (
        <div style={wanted.sizes ? basis(wanted.sizes[index]) : {}}>{child}</div>
      ))}
    </div>
  )
}

const CalloutBanner = ({ title, children }: Props) => (
  <section className="callout">
    {title ? <h3>{String(title)}</h3> : null}
    <div>{children}</div>
  </section>
)

const Banner = ({ status = 'info', title, children }: Props) => (
  <div className="banner" data-status={status} role={status === 'critical' ? 'alert' : 'status'}>
    {title ? <strong>{String(title)}</strong> : null}
    <div>{children}</div>
  </div>
)

export const LAYOUTS: Readonly<Record<string, ComponentType<Props>>> = {
  Banner,
  BlockStack: box('div', 'stack'),
  Bookend: box('div', 'inline'),
  ButtonGroup: box('div', 'inline'),
  CalloutBanner,
  FormLayout: box('div', 'stack'),
  FormLayoutGroup: box('div', 'tiles'),
  InlineStack: box('div', 'inline'),
  Layout,
  Separator: () => <hr />,
  Tiles: box('div', 'tiles'),
  View: box('div', 'view'),
}
