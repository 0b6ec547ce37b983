import { measured } from './measures.ts'
import { make, put, text } from './painter.ts'
import type { Painter, Props } from './painter.ts'

const words =
  (tag: keyof HTMLElementTagNameMap, className: string, ...named: string[]): Painter =>
  (_, shadow) => {
    const inner = make(tag, className, shadow)
    make('slot', '', inner)
    return (props) => {
      for (const name of ['type', 'tone', 'color', ...named]) put(inner, `data-${name.toLowerCase()}`, props[name])
      put(inner, 'dir', props['dir'] === 'auto' ? 'auto' : props['dir'])
      put(inner, 'lang', props['lang'])
      put(inner, 'aria-hidden', props['accessibilityVisibility'] === 'hidden' ? 'true' : null)
      put(inner, 'data-only-spoken', props['accessibilityVisibility'] === 'exclusive')
      inner.hidden = props['display'] === 'none'
    }
  }

/** A heading is one level deeper than the section it stands in. */
const heading: Painter = (host, shadow) => {
  const inner = make('h2', 'heading', shadow)
  make('slot', '', inner)
  return (props) => {
    queueMicrotask(() => put(inner, 'aria-level', host.closest('s-section') ? 3 : 2))
    put(inner, 'role', props['accessibilityRole'] === 'presentation' || props['accessibilityRole'] === 'none' ? 'presentation' : null)
  }
}

const picture = (image: HTMLImageElement, props: Props) => {
  for (const name of ['src', 'srcset', 'sizes', 'loading']) put(image, name, props[name === 'srcset' ? 'srcSet' : name])
  image.alt = text(props['alt'])
}

const image: Painter = (host, shadow) => {
  const inner = make('img', 'image', shadow)
  const measure = measured(host, inner)
  return (props) => {
    measure(props)
    picture(inner, props)
    for (const name of ['border', 'borderRadius']) put(inner, `data-${name.toLowerCase()}`, props[name])
    put(inner, 'data-fills', props['inlineSize'] !== 'auto')
  }
}

const thumbnail: Painter = (_, shadow) => {
  const inner = make('span', 'thumbnail', shadow)
  const shown = make('img', '', inner)
  const count = make('span', 'thumbnail-count', inner)
  return (props) => {
    picture(shown, props)
    shown.hidden = !props['src']
    count.textContent = text(props['totalItems'])
    count.hidden = !props['totalItems']
    put(inner, 'data-size', props['size'])
  }
}

const GLYPHS: Record<string, string> = {
  'arrow-right': '→',
  cart: '🛒',
  check: '✓',
  'check-circle': '✓',
  clipboard: '⧉',
  clock: '◷',
  delivery: '⛟',
  discount: '%',
  gift: '🎁',
  info: 'ℹ',
  reward: '★',
  star: '☆',
  'star-filled': '★',
  'star-half': '⯪',
  warning: '⚠',
  x: '×',
}

const icon: Painter = (_, shadow) => {
  const inner = make('span', 'icon', shadow)
  inner.setAttribute('aria-hidden', 'true')
  return (props) => {
    inner.textContent = GLYPHS[text(props['type'])] ?? '•'
    for (const name of ['tone', 'size', 'type']) put(inner, `data-${name}`, props[name])
  }
}

const spinner: Painter = (_, shadow) => {
  const inner = make('span', 'spinner', shadow)
  inner.setAttribute('role', 'status')
  return (props) => put(inner, 'aria-label', props['accessibilityLabel'] ?? 'Loading')
}

const skeleton: Painter = (_, shadow) => {
  const inner = make('p', 'skeleton', shadow)
  inner.setAttribute('aria-hidden', 'true')
  return (props) => void (inner.textContent = text(props['content'] ?? '\u2003'.repeat(24)))
}

const progress: Painter = (_, shadow) => {
  const inner = make('progress', 'progress', shadow)
  return (props) => {
    put(inner, 'max', props['max'])
    put(inner, 'value', props['value'])
    put(inner, 'aria-label', props['accessibilityLabel'])
  }
}

const time: Painter = (_, shadow) => {
  const inner = make('time', '', shadow)
  make('slot', '', inner)
  return (props) => put(inner, 'datetime', props['dateTime'])
}

export const TEXTS = {
  's-abbreviation': words('abbr', 'text'),
  's-badge': words('span', 'badge', 'size'),
  's-chip': words('span', 'chip'),
  's-heading': heading,
  's-icon': icon,
  's-image': image,
  's-paragraph': words('p', 'paragraph', 'textAlign'),
  's-product-thumbnail': thumbnail,
  's-progress': progress,
  's-skeleton-paragraph': skeleton,
  's-spinner': spinner,
  's-text': words('span', 'text'),
  's-thumbnail': thumbnail,
  's-time': time,
}
