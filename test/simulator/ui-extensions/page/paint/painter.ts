export type Props = Readonly<Record<string, unknown>>

/** Builds an element's inside once, and returns what brings it up to date when its properties change. */
export type Painter = (host: HTMLElement, shadow: ShadowRoot) => (props: Props) => void

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, parent: Node): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  if (className) element.className = className
  parent.appendChild(element)
  return element
}

/** Sets, or removes where there is nothing to set. */
export function put(element: Element, attribute: string, value: unknown): void {
  if (value === undefined || value === null || value === false || value === '') element.removeAttribute(attribute)
  else element.setAttribute(attribute, value === true ? '' : String(value))
}

/** An event as the worker hears it: `detail` is put on the element there before listeners are called. */
export const tell = (host: HTMLElement, type: string, detail: object = {}): void =>
  void host.dispatchEvent(new CustomEvent(type, { detail }))

export const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value))
