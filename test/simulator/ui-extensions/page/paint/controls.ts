import { measured } from './measures.ts'
import { make, put, tell, text } from './painter.ts'
import type { Painter, Props } from './painter.ts'

/** A button or link; `command` speaks to another element of the block. */
const pressed =
  (className: string): Painter =>
  (host, shadow) => {
    let inner: HTMLElement | null = null
    let measure: (props: Props) => void = () => undefined
    let current: Props = {}
    host.addEventListener(
      'click',
      (event) => {
        if (current['disabled'] || current['loading']) {
          event.preventDefault()
          event.stopImmediatePropagation()
        } else queueMicrotask(() => follow(host, current))
      },
      { capture: true },
    )
    return (props) => {
      current = props
      const tag = props['href'] ? 'a' : 'button'
      if (inner?.localName !== tag) {
        inner?.remove()
        inner = make(tag, className, shadow)
        make('slot', '', inner)
        measure = measured(host, inner)
      }
      measure(props)
      describe(inner, props)
    }
  }

/** Shops' own addresses lead to the simulated shops. */
const simulatedHost = (address: string): string =>
  address.replace(/^https:\/\/([a-z0-9-]+)\.myshopify\.com(?=\/|$)/, (_, handle: string) => `http://${handle}.localhost:${location.port}`)

function describe(inner: HTMLElement, props: Props): void {
  if (inner instanceof HTMLAnchorElement) {
    inner.href = simulatedHost(text(props['href']))
    put(inner, 'target', props['target'] === '_blank' ? '_blank' : null)
    put(inner, 'rel', props['target'] === '_blank' ? 'noopener' : null)
  } else if (inner instanceof HTMLButtonElement) {
    inner.type = 'button'
    inner.disabled = Boolean(props['disabled'] || props['loading'])
  }
  for (const name of ['variant', 'tone', 'background', 'border', 'borderRadius']) put(inner, `data-${name.toLowerCase()}`, props[name])
  put(inner, 'data-fills', props['inlineSize'] === 'fill')
  put(inner, 'aria-label', props['accessibilityLabel'])
  put(inner, 'aria-busy', props['loading'] ? 'true' : null)
}

function follow(host: HTMLElement, props: Props): void {
  if (props['type'] === 'submit') tell(host.closest('s-form') ?? host, 'submit')
  const named = text(props['commandFor'])
  if (!named) return
  const other = [...(host.closest('.block')?.querySelectorAll(`[id]`) ?? [])].find(({ id }) => id === named)
  other?.dispatchEvent(new CustomEvent('command', { detail: text(props['command'] ?? '--auto') }))
}

const clipboard: Painter = (host) => {
  let current: Props = {}
  host.addEventListener('command', () => {
    navigator.clipboard.writeText(text(current['text'])).then(
      () => tell(host, 'copy'),
      () => tell(host, 'copyerror'),
    )
  })
  return (props) => void (current = props)
}

function field<E extends HTMLElement>(shadow: ShadowRoot, control: E) {
  const label = make('label', 'field', shadow)
  const caption = make('span', 'field-label', label)
  label.append(control)
  const error = make('span', 'field-error', label)
  error.setAttribute('role', 'alert')
  return (props: Props) => {
    caption.textContent = text(props['label'])
    put(caption, 'data-only-spoken', props['labelAccessibilityVisibility'] === 'exclusive')
    error.textContent = text(props['error'])
    put(control, 'aria-invalid', props['error'] ? 'true' : null)
    for (const name of ['name', 'required', 'autocomplete', 'disabled', 'placeholder', 'maxLength', 'readOnly', 'min', 'max', 'step'])
      put(control, name, props[name])
  }
}

/** `input` at each key, `change` when the shopper has left the field. */
const typed =
  (type: string): Painter =>
  (host, shadow) => {
    const control = document.createElement(type === 'area' ? 'textarea' : 'input')
    if (control instanceof HTMLInputElement) control.type = type
    const describeField = field(shadow, control)
    let first = true
    // It comes back on the element a moment later, when she may have typed on: that is no wish of the extension's.
    const told: string[] = []
    for (const kind of ['input', 'change'])
      control.addEventListener(kind, (event) => {
        event.stopPropagation()
        if (kind === 'input') told.push(control.value)
        tell(host, kind, { value: control.value })
      })
    return (props) => {
      describeField(props)
      const given = first ? (props['value'] ?? props['defaultValue']) : props['value']
      const echo = told.indexOf(text(given))
      if (echo >= 0) told.splice(0, echo + 1)
      else if (given !== undefined && given !== control.value) control.value = text(given)
      first = false
    }
  }

const select: Painter = (host, shadow) => {
  const control = document.createElement('select')
  const describeField = field(shadow, control)
  const fill = (props: Props) => {
    const options = [...host.querySelectorAll('s-option')] as (HTMLElement & Record<string, unknown>)[]
    control.replaceChildren(
      ...options.map((one) => {
        const option = new Option(one.textContent ?? '', text(one['value']))
        option.disabled = Boolean(one['disabled'])
        option.defaultSelected = Boolean(one['selected'] ?? one['defaultSelected'])
        return option
      }),
    )
    if (props['placeholder']) control.prepend(Object.assign(new Option(text(props['placeholder']), ''), { disabled: true }))
    if (props['value'] !== undefined) control.value = text(props['value'])
  }
  let current: Props = {}
  new MutationObserver(() => fill(current)).observe(host, { childList: true, subtree: true, characterData: true })
  control.addEventListener('change', () => tell(host, 'change', { value: control.value }))
  return (props) => {
    current = props
    describeField(props)
    fill(props)
  }
}

const tick: Painter = (host, shadow) => {
  const label = make('label', 'tick', shadow)
  const control = make('input', '', label)
  control.type = 'checkbox'
  const words = make('span', '', label)
  control.addEventListener('change', () => tell(host, 'change', { checked: control.checked }))
  let first = true
  return (props) => {
    words.textContent = text(props['label'] ?? props['accessibilityLabel'])
    if (props['checked'] !== undefined || first) control.checked = Boolean(props['checked'] ?? props['defaultChecked'])
    control.disabled = Boolean(props['disabled'])
    first = false
  }
}

const choice: Painter = (host, shadow) => {
  const label = make('label', 'tick', shadow)
  const control = make('input', '', label)
  make('slot', '', label)
  const list = () => host.closest('s-choice-list') as (HTMLElement & { values?: string[]; multiple?: boolean }) | null
  let value = ''
  control.addEventListener('change', () => {
    const at = list()
    if (!at) return
    const others = at.multiple ? (at.values ?? []).filter((one) => one !== value) : []
    at.values = control.checked ? [...others, value] : others
    tell(at, 'change', { values: at.values })
  })
  const show = () => {
    const at = list()
    control.type = at?.multiple ? 'checkbox' : 'radio'
    if (at?.values) control.checked = at.values.includes(value)
  }
  host.addEventListener('refresh', show)
  return (props) => {
    value = text(props['value'])
    control.disabled = Boolean(props['disabled'])
    control.checked = Boolean(props['selected'] ?? props['defaultSelected'])
    queueMicrotask(show)
  }
}

const choiceList: Painter = (host, shadow) => {
  const inner = make('fieldset', 'choices', shadow)
  const legend = make('legend', 'field-label', inner)
  make('slot', '', inner)
  const error = make('span', 'field-error', inner)
  return (props) => {
    legend.textContent = text(props['label'])
    put(legend, 'data-only-spoken', props['labelAccessibilityVisibility'] === 'exclusive')
    error.textContent = text(props['error'])
    for (const one of host.querySelectorAll('s-choice')) one.dispatchEvent(new CustomEvent('refresh'))
  }
}

const form: Painter = (_, shadow) => {
  make('slot', '', make('div', 'form', shadow))
  return () => undefined
}

export const CONTROLS = {
  's-button': pressed('button'),
  's-checkbox': tick,
  's-choice': choice,
  's-choice-list': choiceList,
  's-clickable': pressed('clickable'),
  's-clipboard-item': clipboard,
  's-email-field': typed('email'),
  's-form': form,
  's-link': pressed('link'),
  's-number-field': typed('number'),
  's-option': form,
  's-phone-field': typed('tel'),
  's-select': select,
  's-switch': tick,
  's-text-area': typed('area'),
  's-text-field': typed('text'),
}
