import { CONTROLS } from './controls.ts'
import type { DrawnTag } from './drawn.ts'
import { LAYOUTS } from './layouts.ts'
import type { Painter, Props } from './painter.ts'
import { TEXTS } from './texts.ts'

const PAINTERS: Record<DrawnTag, Painter> = { ...CONTROLS, ...LAYOUTS, ...TEXTS }

let sheet: CSSStyleSheet | null = null

/** The page carries the blocks' style sheet; here it goes into every shadow. */
function styles(): CSSStyleSheet {
  if (sheet) return sheet
  sheet = new CSSStyleSheet()
  sheet.replaceSync(document.getElementById('block-styles')?.textContent ?? '')
  return sheet
}

/** Makes the page's own `s-*` elements, with the properties that the target's have. */
export function definePaintedElements(elements: Record<string, { props: string[] }>): void {
  for (const [tag, { props }] of Object.entries(elements)) {
    const painter = PAINTERS[tag as DrawnTag] as Painter | undefined
    if (painter && !customElements.get(tag)) customElements.define(tag, painted(painter, props))
  }
}

function painted(painter: Painter, names: string[]): CustomElementConstructor {
  class Painted extends HTMLElement {
    readonly #props: Record<string, unknown> = {}
    readonly #update: (props: Props) => void
    #waiting = false

    constructor() {
      super()
      const shadow = this.attachShadow({ mode: 'open' })
      shadow.adoptedStyleSheets = [styles()]
      this.#update = painter(this, shadow)
      for (const name of names.filter((one) => one !== 'id')) {
        const set = (value: unknown) => {
          this.#props[name] = value
          this.#later()
        }
        Object.defineProperty(this, name, { get: () => this.#props[name], set })
      }
    }

    connectedCallback() {
      this.#later()
    }

    /** Once for all properties that change together. */
    #later() {
      if (this.#waiting) return
      this.#waiting = true
      queueMicrotask(() => {
        this.#waiting = false
        this.#update({ ...this.#props })
      })
    }
  }
  return Painted
}
