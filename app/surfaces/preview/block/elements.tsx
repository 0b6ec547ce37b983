/** The `s-*` elements that our block uses, drawn plainly: Shopify's own theme decides how they look to a shopper. */
type Draw = (host: HTMLElement, shadow: ShadowRoot) => void
type Page = Window & typeof globalThis

const STEPS: Readonly<Record<string, string>> = { 'small-300': '6px', base: '14px', large: '21px' }
/** Sizes and spaces as the block names them, and what the browser calls them; HTML knows attributes in small letters. */
const STYLES = { gap: 'gap', gridtemplatecolumns: 'grid-template-columns', alignitems: 'align-items', overflow: 'overflow' } as const
const SIZES = { inlinesize: 'inline-size', blocksize: 'block-size', minblocksize: 'min-block-size' } as const

const said = (host: HTMLElement, name: string): string => host.getAttribute(name) ?? ''

const make = <K extends keyof HTMLElementTagNameMap>(tag: K, parent: Node): HTMLElementTagNameMap[K] =>
  parent.appendChild(parent.ownerDocument!.createElement(tag))

/** Not every box has a size, and `fill` is the width that there is. */
const box: Draw = (host, shadow) => {
  make('slot', shadow)
  for (const [name, property] of Object.entries({ ...STYLES, ...SIZES })) {
    const value = said(host, name)
    host.style.setProperty(property, value === 'fill' ? '100%' : (STEPS[value] ?? value))
  }
}

const heading =
  (level: number): Draw =>
  (host, shadow) => {
    host.setAttribute('role', 'heading')
    host.setAttribute('aria-level', String(level))
    make('slot', shadow)
  }

const section: Draw = (host, shadow) => {
  if (said(host, 'heading')) make('h2', shadow).textContent = said(host, 'heading')
  make('slot', shadow)
}

const banner: Draw = (host, shadow) => {
  const inner = make('div', shadow)
  inner.setAttribute('role', 'status')
  inner.textContent = said(host, 'heading')
}

/** Where it leads, nobody follows from here: whoever tries it out stays in the admin. */
const button: Draw = (host, shadow) => {
  const inner = make('button', shadow)
  inner.type = 'button'
  if (said(host, 'accessibilitylabel')) inner.setAttribute('aria-label', said(host, 'accessibilitylabel'))
  make('slot', inner)
}

const image: Draw = (host, shadow) => {
  const inner = make('img', shadow)
  inner.src = said(host, 'src')
  inner.alt = said(host, 'alt')
}

const select: Draw = (host, shadow) => {
  const label = make('label', shadow)
  make('span', label).textContent = said(host, 'label')
  const inner = make('select', label)
  for (const one of host.querySelectorAll('s-option')) {
    const option = make('option', inner)
    option.value = said(one as HTMLElement, 'value')
    option.textContent = one.textContent
  }
  inner.value = said(host, 'value')
  inner.addEventListener('change', () => {
    Object.assign(host, { value: inner.value })
    host.dispatchEvent(new Event('change'))
  })
}

const plain: Draw = (_, shadow) => void make('slot', shadow)
const nothing: Draw = () => undefined

export const ELEMENTS: Readonly<Record<string, Draw>> = {
  's-banner': banner,
  's-box': box,
  's-button': button,
  's-clipboard-item': nothing,
  's-grid': box,
  's-heading': heading(3),
  's-image': image,
  's-option': nothing,
  's-paragraph': plain,
  's-section': section,
  's-select': select,
  's-skeleton-paragraph': nothing,
  's-stack': box,
  's-text': plain,
}

/** Each draws itself anew, once, whenever what is said of it or within it has changed. */
export function defineElements(page: Page, style: string): void {
  for (const [tag, draw] of Object.entries(ELEMENTS)) {
    class Drawn extends page.HTMLElement {
      connectedCallback() {
        const shadow = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
        const again = () => {
          shadow.replaceChildren()
          make('style', shadow).textContent = style
          draw(this, shadow)
        }
        const attributeFilter = ['heading', 'src', 'alt', 'label', 'value', 'gap', ...Object.keys(SIZES)]
        const within = tag === 's-select'
        new page.MutationObserver(again).observe(this, { attributeFilter, childList: within, subtree: within })
        again()
      }
    }
    page.customElements.define(tag, Drawn)
  }
}
