import type { Painted, Painter, Props } from './paint.ts'

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = '', parent?: Node): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (className) element.className = className
  parent?.appendChild(element)
  return element
}

/** Sets, or removes where there is nothing to set. */
export function put(element: Element, attribute: string, value: unknown): void {
  if (value === undefined || value === null || value === false) element.removeAttribute(attribute)
  else element.setAttribute(attribute, value === true ? '' : String(value))
}

export const call = (props: Props, name: string, ...values: unknown[]): unknown => {
  const callback = props[name]
  return typeof callback === 'function' ? callback(...values) : undefined
}

/** A plain box: the style sheet does the rest by class and by data attributes of the named props. */
export const box =
  (tag: keyof HTMLElementTagNameMap, className: string, ...named: string[]): Painter =>
  () => {
    const element = make(tag, className)
    const update = (props: Props) => {
      for (const name of named) put(element, `data-${name.toLowerCase()}`, props[name])
      if (typeof props['id'] === 'string') element.id = props['id']
    }
    return { element, slot: element, update } satisfies Painted
  }
