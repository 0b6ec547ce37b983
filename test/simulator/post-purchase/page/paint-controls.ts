import { call, make, put } from './dom.ts'
import type { Painter, Props } from './paint.ts'

const button: Painter = (first) => {
  const element = first['to'] ? make('a', 'button') : make('button', 'button')
  const slot = make('span', 'button-label', element)
  const busy = make('span', 'button-busy', element)
  let current: Props = first
  element.addEventListener('click', (event) => {
    if (current['disabled'] || current['loading']) return event.preventDefault()
    call(current, 'onPress')
  })
  return {
    element,
    slot,
    update(props) {
      current = props
      const still = Boolean(props['disabled'] || props['loading'])
      if (element instanceof HTMLAnchorElement) element.href = String(props['to'])
      else {
        element.type = props['submit'] ? 'submit' : 'button'
        element.disabled = still
      }
      put(element, 'aria-busy', props['loading'] ? 'true' : null)
      put(element, 'data-look', props['plain'] ? 'plain' : props['subdued'] ? 'subdued' : null)
      busy.textContent = props['loading'] ? String(props['loadingLabel'] ?? '') : ''
    },
  }
}

const link: Painter = () => {
  const element = make('a', 'link')
  let current: Props = {}
  element.addEventListener('click', (event) => {
    if (!current['to']) event.preventDefault()
    call(current, 'onPress')
  })
  return {
    element,
    slot: element,
    update(props) {
      current = props
      element.href = String(props['to'] ?? '#')
      put(element, 'target', props['external'] ? '_blank' : null)
      put(element, 'rel', props['external'] ? 'noopener' : null)
    },
  }
}

const form: Painter = () => {
  const element = make('form', 'form')
  let current: Props = {}
  element.addEventListener('submit', (event) => {
    event.preventDefault()
    if (!current['disabled']) call(current, 'onSubmit')
  })
  return { element, slot: element, update: (props) => void (current = props) }
}

/** A check box or radio button with its words beside it. */
const tick =
  (type: 'checkbox' | 'radio', words?: string): Painter =>
  () => {
    const element = make('div', 'tick')
    const label = make('label', '', element)
    const input = make('input', '', label)
    input.type = type
    const slot = make('span', '', label)
    if (words) slot.textContent = words
    const error = make('p', 'field-error', element)
    let current: Props = {}
    input.addEventListener('change', () => call(current, 'onChange', input.checked))
    return {
      element,
      slot: words ? make('span') : slot,
      update(props) {
        current = props
        input.checked = Boolean(props['checked'] ?? props['value'])
        input.disabled = Boolean(props['disabled'])
        for (const name of ['id', 'name']) put(input, name, props[name])
        put(input, 'aria-label', props['accessibilityLabel'])
        error.textContent = String(props['error'] ?? '')
      },
    }
  }

function field<E extends HTMLElement>(control: E) {
  const element = make('div', 'field')
  const label = make('label', '', element)
  const caption = make('span', 'field-label', label)
  label.appendChild(control)
  const error = make('p', 'field-error', element)
  const describe = (props: Props) => {
    caption.textContent = String(props['label'] ?? '')
    error.textContent = String(props['error'] ?? '')
    put(control, 'aria-invalid', props['error'] ? 'true' : null)
    for (const name of ['id', 'name', 'required', 'autocomplete']) put(control, name, props[name])
  }
  return { element, slot: make('span'), describe }
}

const select: Painter = () => {
  const control = make('select')
  const { element, slot, describe } = field(control)
  let current: Props = {}
  control.addEventListener('change', () => call(current, 'onChange', control.value))
  return {
    element,
    slot,
    update(props) {
      current = props
      describe(props)
      const options = (props['options'] as { value: string; label: string; disabled?: boolean }[] | undefined) ?? []
      const all = props['placeholder'] ? [{ value: '', label: String(props['placeholder']), disabled: true }, ...options] : options
      control.replaceChildren(
        ...all.map((option) =>
          Object.assign(make('option'), { value: option.value, textContent: option.label, disabled: option.disabled ?? false }),
        ),
      )
      control.value = String(props['value'] ?? '')
      control.disabled = Boolean(props['disabled'])
    },
  }
}

/** `onChange` fires when the shopper leaves the field, not per key. */
const textField: Painter = (first) => {
  const control = first['multiline'] ? make('textarea') : make('input')
  const { element, slot, describe } = field(control)
  let current: Props = {}
  control.addEventListener('input', () => call(current, 'onInput', control.value))
  control.addEventListener('focus', () => call(current, 'onFocus'))
  control.addEventListener('blur', () => call(current, 'onBlur'))
  control.addEventListener('change', () => call(current, 'onChange', control.value))
  return {
    element,
    slot,
    update(props) {
      if (props['value'] !== current['value']) control.value = String(props['value'] ?? '')
      current = props
      describe(props)
      if (control instanceof HTMLInputElement) control.type = props['type'] === 'telephone' ? 'tel' : String(props['type'] ?? 'text')
    },
  }
}

export const CONTROLS = {
  Button: button,
  BuyerConsent: tick('checkbox', 'I agree to the cancellation policy and the recurring charges.'),
  Checkbox: tick('checkbox'),
  Form: form,
  Link: link,
  Radio: tick('radio'),
  Select: select,
  TextField: textField,
}
