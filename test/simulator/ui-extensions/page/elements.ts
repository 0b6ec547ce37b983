import { RemoteElement, RemoteEvent, RemoteRootElement } from '@remote-dom/core/elements'
import type { Rules } from './given.ts'

const ON_EVERY_ELEMENT = ['id', 'slot']

/** The target's elements, and no others; what one of them does not have is refused by name. */
export function defineElements(rules: Rules): void {
  for (const [tag, { props, events }] of Object.entries(rules.elements)) customElements.define(tag, strictElement(tag, props, events))
  customElements.define('remote-root', RemoteRootElement as unknown as CustomElementConstructor)
  refuseOthers(rules)
}

function strictElement(tag: string, props: string[], events: string[]): CustomElementConstructor {
  const attributes = [...props.map((name) => name.toLowerCase()), ...props.map(dashed), ...ON_EVERY_ELEMENT]
  class StrictElement extends RemoteElement {
    static override get remoteProperties() {
      return Object.fromEntries(props.filter((name) => !ON_EVERY_ELEMENT.includes(name)).map((name) => [name, {}]))
    }
    static override get remoteAttributes() {
      return ON_EVERY_ELEMENT
    }
    static override get remoteEvents() {
      return Object.fromEntries(events.map((name) => [name, { dispatchEvent: eventWith(name) }]))
    }
    override setAttribute(name: string, value: string) {
      if (!attributes.includes(name.toLowerCase())) throw new Error(`<${tag}> has no attribute ${name}`)
      super.setAttribute(name, value)
    }
    override addEventListener(type: string, ...rest: [never, never]) {
      if (!events.includes(type)) throw new Error(`<${tag}> has no event ${type}`)
      super.addEventListener(type, ...rest)
    }
    // Preact sets it as an object, before it would ask for an attribute.
    override get style(): never {
      throw new Error(`<${tag}> has no attribute style`)
    }
  }
  return StrictElement as unknown as CustomElementConstructor
}

const dashed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** What the shopper has typed or chosen is on the element before its listeners are called, as on a real one. */
const eventWith = (type: string) =>
  function (this: object, detail: unknown): RemoteEvent {
    if (typeof detail === 'object' && detail !== null) Object.assign(this, detail)
    return new RemoteEvent(type, { bubbles: false })
  }

function refuseOthers({ elements, target, undrawn }: Rules): void {
  const checked =
    <T extends (...args: never[]) => Element>(create: T, nameAt: number) =>
    (...args: Parameters<T>) => {
      const tag = String(args[nameAt]).toLowerCase()
      if (undrawn.includes(tag)) throw new Error(`501: the simulator does not draw <${tag}>`)
      if (tag !== 'remote-root' && !(tag in elements)) throw new Error(`<${tag}> is not an element of ${target}`)
      return create(...args)
    }
  document.createElement = checked(document.createElement.bind(document) as never, 0) as never
  document.createElementNS = checked(document.createElementNS.bind(document) as never, 1) as never
}
