import type { ComponentType } from 'react'
import type { Props } from './props.tsx'

const flag = (value: unknown) => (value ? '' : undefined)

/** A plain element: the style sheet does the rest by class and by what its props say. */
export const box =
  (Tag: 'div' | 'p' | 'span' | 'del', name: string): ComponentType<Props> =>
  ({ children, spacing, alignment, size, emphasized, subdued, appearance, inlinePadding, blockPadding }) => (
    <Tag
      className={name}
      data-spacing={spacing}
      data-alignment={alignment}
      data-size={size}
      data-emphasized={flag(emphasized)}
      data-subdued={flag(subdued)}
      data-appearance={appearance}
      data-inline-padding={flag(inlinePadding)}
      data-block-padding={flag(blockPadding)}
    >
      {children}
    </Tag>
  )

const Span = box('span', 'text')
const Deleted = box('del', 'text')

/** What was crossed out must be so for ears as well. */
const Text = (props: Props) => (props['role'] === 'deletion' ? <Deleted {...props} /> : <Span {...props} />)

/** One level below Shopify's own, because the page around the preview has headings above it. */
const Heading = ({ level, children }: Props) =>
  level === 3 ? <h4 className="heading minor">{children}</h4> : <h3 className="heading">{children}</h3>

const Image = ({ source, sources, description, decorative, aspectRatio, fit, bordered }: Props) => {
  const [first] = (sources as { source: string }[] | undefined) ?? []
  return (
    <div className="image" data-fit={fit} data-bordered={flag(bordered)} style={{ aspectRatio: aspectRatio as number | undefined }}>
      <img src={String(source ?? first?.source ?? '')} alt={decorative ? '' : String(description ?? '')} />
    </div>
  )
}

const Spinner = ({ size, children }: Props) => (
  <span className="spinner" role="status" data-size={size}>
    <span className="unseen">{children}</span>
  </span>
)

export const TEXTS: Readonly<Record<string, ComponentType<Props>>> = {
  Heading,
  HeadingGroup: box('div', 'stack'),
  HiddenForAccessibility: ({ children }) => <div aria-hidden="true">{children}</div>,
  Image,
  Spinner,
  Text,
  TextBlock: box('p', 'text'),
  TextContainer: box('div', 'texts'),
  VisuallyHidden: box('span', 'unseen'),
}
