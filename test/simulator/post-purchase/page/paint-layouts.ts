import { box, make } from './dom.ts'
import type { Painted, Painter, Props } from './paint.ts'

interface Sizing {
  sizes?: (number | string)[]
  maxInlineSize?: number
}

type Viewport = 'small' | 'medium' | 'large'

const viewport = (): Viewport => (innerWidth < 750 ? 'small' : innerWidth < 1100 ? 'medium' : 'large')

const length = (size: number | string | undefined): string => {
  if (typeof size !== 'number') return size === 'fill' ? '1 1 0' : '0 1 auto'
  return `0 1 ${size <= 1 ? `${size * 100}%` : `${size}px`}`
}

/** Up to 1 a size is a share of the width, above it pixels; what does not fit goes to the next line. */
function layout(): Painted {
  const element = make('div', 'layout')
  const slot = make('div', 'layout-track', element)
  let current: Props = {}
  const arrange = () => {
    const media = (current['media'] as (Sizing & { viewportSize: Viewport })[] | undefined)?.find((one) => one.viewportSize === viewport())
    const { sizes, maxInlineSize } = { ...(current as Sizing), ...media }
    slot.style.maxInlineSize = maxInlineSize === undefined ? '' : maxInlineSize <= 1 ? `${maxInlineSize * 100}%` : `${maxInlineSize}px`
    for (const [index, child] of [...slot.children].entries()) {
      if (child instanceof HTMLElement) child.style.flex = sizes ? length(sizes[index]) : ''
    }
    element.dataset['inline'] = String(current['inlineAlignment'] ?? 'center')
    element.dataset['block'] = String(current['blockAlignment'] ?? 'leading')
  }
  addEventListener('resize', arrange)
  new MutationObserver(arrange).observe(slot, { childList: true })
  return {
    element,
    slot,
    update(props) {
      current = props
      arrange()
    },
  }
}

const tiles: Painter = () => {
  const element = make('div', 'tiles')
  return {
    element,
    slot: element,
    update(props) {
      element.style.setProperty('--per-line', String(props['maxPerLine'] ?? 3))
      element.dataset['spacing'] = String(props['spacing'] ?? 'loose')
    },
  }
}

const calloutBanner: Painter = () => {
  const element = make('section', 'callout')
  const title = make('h2', 'callout-title', element)
  const slot = make('div', 'callout-body', element)
  return {
    element,
    slot,
    update(props) {
      title.textContent = String(props['title'] ?? '')
      title.hidden = !props['title']
      element.dataset['background'] = String(props['background'] ?? 'secondary')
      element.dataset['border'] = String(props['border'] ?? 'block')
      element.dataset['alignment'] = String(props['alignment'] ?? 'center')
      element.dataset['spacing'] = String(props['spacing'] ?? 'loose')
    },
  }
}

const banner: Painter = () => {
  const element = make('div', 'banner')
  const body = make('div', 'banner-body', element)
  const title = make('strong', 'banner-title', body)
  const slot = make('div', '', body)
  return {
    element,
    slot,
    update(props) {
      const status = String(props['status'] ?? 'info')
      element.dataset['status'] = status
      element.setAttribute('role', status === 'critical' ? 'alert' : 'status')
      element.classList.toggle('no-icon', props['iconHidden'] === true)
      title.textContent = String(props['title'] ?? '')
      title.hidden = !props['title']
    },
  }
}

export const LAYOUTS = {
  Banner: banner,
  BlockStack: box('div', 'block-stack', 'alignment', 'spacing'),
  Bookend: box('div', 'bookend', 'leading', 'trailing', 'alignment', 'spacing'),
  ButtonGroup: box('div', 'button-group'),
  CalloutBanner: calloutBanner,
  FormLayout: box('div', 'form-layout'),
  FormLayoutGroup: box('div', 'form-layout-group'),
  InlineStack: box('div', 'inline-stack', 'alignment', 'spacing'),
  Layout: layout,
  Separator: box('hr', 'separator', 'width', 'direction'),
  Tiles: tiles,
  View: box('div', 'view', 'inlinePadding', 'blockPadding'),
}
