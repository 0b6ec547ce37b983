import { useState, type ComponentType } from 'react'
import type { Props } from './props.tsx'

const call = (callback: unknown, ...given: unknown[]) => {
  if (typeof callback === 'function') callback(...given)
}
const text = (value: unknown) => (value === undefined || value === null ? undefined : String(value))

const Button = ({ onPress, disabled, loading, loadingLabel, subdued, plain, submit, children }: Props) => (
  <button
    type={submit ? 'submit' : 'button'}
    className="button"
    data-look={plain ? 'plain' : subdued ? 'subdued' : undefined}
    disabled={Boolean(disabled)}
    aria-busy={Boolean(loading)}
    onClick={() => (loading ? undefined : call(onPress))}
  >
    {loading ? (text(loadingLabel) ?? children) : children}
  </button>
)

/** Links of a preview lead nowhere: whoever tries it out stays in the editor. */
const Link = ({ onPress, children }: Props) => (
  <button type="button" className="link" onClick={() => call(onPress)}>
    {children}
  </button>
)

const Problem = ({ error }: { error: unknown }) => (error ? <p className="problem">{String(error)}</p> : null)

const tick =
  (type: 'checkbox' | 'radio', words?: string): ComponentType<Props> =>
  ({ id, name, value, checked, disabled, onChange, error, accessibilityLabel, children }) => (
    <div>
      <label className="choice">
        <input
          type={type}
          id={text(id)}
          name={text(name)}
          checked={Boolean(checked ?? value)}
          disabled={Boolean(disabled)}
          aria-label={text(accessibilityLabel)}
          onChange={(event) => call(onChange, event.currentTarget.checked)}
        />
        <span>{words ?? children}</span>
      </label>
      <Problem error={error} />
    </div>
  )

interface Option {
  value: string
  label: string
  disabled?: boolean
}

const Select = ({ label, options, value, placeholder, disabled, error, onChange }: Props) => (
  <label className="field">
    <span>{text(label)}</span>
    <select value={text(value) ?? ''} disabled={Boolean(disabled)} onChange={(event) => call(onChange, event.currentTarget.value)}>
      {placeholder ? (
        <option value="" disabled>
          {String(placeholder)}
        </option>
      ) : null}
      {((options as Option[] | undefined) ?? []).map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
    <Problem error={error} />
  </label>
)

/** Tells what was typed when the shopper leaves the field, as Shopify's does. */
const TextField = (props: Props) => <Typed key={text(props['value'])} {...props} />

function Typed({ label, value, type, multiline, error, disabled, onInput, onChange }: Props) {
  const [typed, setTyped] = useState(text(value) ?? '')
  const Tag = multiline ? 'textarea' : 'input'
  return (
    <label className="field">
      <span>{text(label)}</span>
      <Tag
        value={typed}
        disabled={Boolean(disabled)}
        {...(multiline ? {} : { type: type === 'telephone' ? 'tel' : (text(type) ?? 'text') })}
        onChange={(event: { currentTarget: { value: string } }) => {
          setTyped(event.currentTarget.value)
          call(onInput, event.currentTarget.value)
        }}
        onBlur={() => (typed === text(value) ? undefined : call(onChange, typed))}
      />
      <Problem error={error} />
    </label>
  )
}

const Form = ({ onSubmit, disabled, children }: Props) => (
  <form
    className="stack"
    onSubmit={(event) => {
      event.preventDefault()
      if (!disabled) call(onSubmit)
    }}
  >
    {children}
  </form>
)

export const CONTROLS: Readonly<Record<string, ComponentType<Props>>> = {
  Button,
  BuyerConsent: tick('checkbox', 'I agree to the cancellation policy and the recurring charges.'),
  Checkbox: tick('checkbox'),
  Form,
  Link,
  Radio: tick('radio'),
  Select,
  TextField,
}
