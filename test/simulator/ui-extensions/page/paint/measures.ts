import type { Props } from './painter.ts'

const STEPS: Record<string, number> = {
  none: 0,
  'small-500': 2,
  'small-400': 4,
  'small-300': 6,
  'small-200': 8,
  'small-100': 11,
  small: 11,
  base: 14,
  large: 21,
  'large-100': 21,
  'large-200': 26,
  'large-300': 32,
  'large-400': 40,
  'large-500': 48,
}

const spaces = (value: string): string =>
  value
    .trim()
    .split(/\s+/)
    .map((step) => (step in STEPS ? `${STEPS[step]}px` : step))
    .join(' ')

const SIZES = ['inlineSize', 'blockSize', 'maxInlineSize', 'maxBlockSize', 'minInlineSize', 'minBlockSize', 'aspectRatio', 'objectFit']
const PLACES = ['alignItems', 'alignContent', 'justifyContent', 'justifyItems', 'placeItems', 'placeContent', 'overflow']
const TRACKS = ['gridTemplateColumns', 'gridTemplateRows', 'gridColumn', 'gridRow']
const SPACED = [
  'padding',
  'paddingBlock',
  'paddingBlockStart',
  'paddingBlockEnd',
  'paddingInline',
  'paddingInlineStart',
  'paddingInlineEnd',
]
const GAPS = ['gap', 'rowGap', 'columnGap']

/** Writes what the properties say of sizes, spaces and places; anew whenever the block's width changes what a condition says. */
export function measured(host: HTMLElement, element: HTMLElement): (props: Props) => void {
  let current: Props = {}
  let observer: ResizeObserver | null = null
  const write = () => {
    element.removeAttribute('style') // else a property that is gone would keep its value
    for (const name of [...SIZES, ...PLACES, ...TRACKS]) set(element, name, current[name], host, (value) => value)
    for (const name of [...SPACED, ...GAPS]) set(element, name, current[name], host, spaces)
    if (current['display'] !== undefined && current['display'] !== 'auto')
      set(element, 'display', current['display'], host, (value) => value)
  }
  return (props) => {
    current = props
    write()
    if (observer || !Object.values(props).some((value) => typeof value === 'string' && value.startsWith('@container'))) return
    observer = new ResizeObserver(write)
    queueMicrotask(() => observer?.observe(containerOf(host)))
  }
}

function set(element: HTMLElement, name: string, given: unknown, host: HTMLElement, read: (value: string) => string): void {
  const value = given === undefined || given === null || given === '' ? '' : read(chosen(host, String(given)))
  const property = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  if (value !== '' && value !== 'auto') element.style.setProperty(property, value)
}

/** The box inside the element: the element itself has none. */
const containerOf = (host: HTMLElement): Element =>
  host.closest('s-query-container')?.shadowRoot?.firstElementChild ?? host.closest('.block') ?? document.body

const CONDITIONAL = /^@container\s*(?:[\w-]+\s*)?\(\s*inline-size\s*(>|>=|<|<=)\s*(\d+)px\s*\)\s*(.+?)\s*,\s*([^,]+)$/

/** `@container (inline-size > 500px) 1fr 1fr, 1fr`: one value or the other, by the width of the nearest query container. */
function chosen(host: HTMLElement, value: string): string {
  if (!value.startsWith('@container')) return value
  const [, comparison = '', pixels = '', yes = '', no = ''] = CONDITIONAL.exec(value) ?? []
  if (!comparison) throw new Error(`501: the simulator does not model the condition ${value}`)
  const width = containerOf(host).getBoundingClientRect().width
  const holds = { '>': width > +pixels, '>=': width >= +pixels, '<': width < +pixels, '<=': width <= +pixels }[comparison]
  return holds ? yes : no
}
