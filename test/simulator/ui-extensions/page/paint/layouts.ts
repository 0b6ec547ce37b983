import { measured } from './measures.ts'
import { make, put, tell, text } from './painter.ts'
import type { Painter } from './painter.ts'

/** A box around what is in the element; the style sheet knows it by its class and by the named properties. */
const box =
  (tag: keyof HTMLElementTagNameMap, className: string, ...named: string[]): Painter =>
  (host, shadow) => {
    const inner = make(tag, className, shadow)
    make('slot', '', inner)
    const measure = measured(host, inner)
    return (props) => {
      measure(props)
      for (const name of [...named, 'background', 'border', 'borderRadius']) put(inner, `data-${name.toLowerCase()}`, props[name])
      put(inner, 'aria-label', props['accessibilityLabel'])
      put(inner, 'aria-hidden', props['accessibilityVisibility'] === 'hidden' ? 'true' : null)
    }
  }

const section: Painter = (_, shadow) => {
  const inner = make('section', 'section', shadow)
  const heading = make('h2', 'section-heading', inner)
  const content = make('div', 'section-content', inner)
  make('slot', '', content)
  return (props) => {
    heading.textContent = text(props['heading'])
    heading.hidden = !props['heading']
    put(inner, 'aria-label', props['accessibilityLabel'])
  }
}

const banner: Painter = (host, shadow) => {
  const inner = make('div', 'banner', shadow)
  inner.setAttribute('role', 'status')
  const heading = make('strong', '', inner)
  make('slot', '', inner)
  const dismiss = make('button', 'dismiss', inner)
  dismiss.textContent = '×'
  dismiss.setAttribute('aria-label', 'Dismiss')
  dismiss.addEventListener('click', () => {
    inner.hidden = true
    tell(host, 'dismiss')
  })
  return (props) => {
    inner.hidden = props['hidden'] === true
    heading.textContent = text(props['heading'])
    dismiss.hidden = !props['dismissible']
    put(inner, 'data-tone', props['tone'])
  }
}

const details: Painter = (host, shadow) => {
  const inner = make('details', 'details', shadow)
  const summary = make('summary', '', inner)
  const title = make('slot', '', summary)
  title.name = 'summary'
  make('slot', '', inner)
  let first = true
  inner.addEventListener('toggle', () => tell(host, 'toggle', { open: inner.open }))
  return (props) => {
    for (const child of host.children) if (child.localName === 's-summary') child.slot = 'summary'
    if (props['open'] !== undefined || first) inner.open = Boolean(props['open'] ?? props['defaultOpen'])
    first = false
  }
}

/** Shown and hidden by commands of buttons. */
const modal: Painter = (host, shadow) => {
  const inner = make('dialog', 'modal', shadow)
  const heading = make('h2', 'section-heading', inner)
  make('slot', '', inner)
  for (const name of ['primary-action', 'secondary-actions']) make('slot', '', inner).name = name
  inner.addEventListener('close', () => tell(host, 'hide'))
  host.addEventListener('command', (event) => {
    const command = (event as CustomEvent<string>).detail
    const opens = command === '--show' || (command !== '--hide' && !inner.open)
    if (opens) inner.showModal()
    else inner.close()
    if (opens) tell(host, 'show')
  })
  return (props) => {
    heading.textContent = text(props['heading'])
    put(inner, 'aria-label', props['accessibilityLabel'] ?? props['heading'])
  }
}

export const LAYOUTS = {
  's-admin-block': section,
  's-banner': banner,
  's-box': box('div', 'box'),
  's-details': details,
  's-divider': box('hr', 'divider', 'direction'),
  's-grid': box('div', 'grid'),
  's-grid-item': box('div', 'grid-item'),
  's-list-item': box('li', 'list-item'),
  's-modal': modal,
  's-ordered-list': box('ol', 'list'),
  's-query-container': box('div', 'query-container'),
  's-scroll-box': box('div', 'scroll-box'),
  's-section': section,
  's-stack': box('div', 'stack', 'direction'),
  's-summary': box('span', 'summary'),
  's-unordered-list': box('ul', 'list'),
}
