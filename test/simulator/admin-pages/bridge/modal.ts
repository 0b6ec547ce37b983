/** ui-modal, shown inside the iframe: a dialog whose content the app fills. */
const STYLE = `
dialog { border: 0; border-radius: 14px; padding: 0; width: min(620px, calc(100vw - 32px)); max-height: calc(100vh - 48px); box-shadow: 0 20px 60px #0005; font: 14px/1.5 Inter, system-ui, sans-serif; color: #303030 }
dialog[data-variant=small] { width: min(380px, calc(100vw - 32px)) } dialog[data-variant=large] { width: min(980px, calc(100vw - 32px)) } dialog[data-variant=max] { width: calc(100vw - 32px); height: calc(100vh - 48px) }
dialog::backdrop { background: #0007 }
header { display: flex; justify-content: space-between; align-items: center; padding: 12px 16px; border-bottom: 1px solid #ebebeb; background: #f3f3f3; font-weight: 650 }
footer { display: flex; justify-content: flex-end; gap: 8px; padding: 12px 16px; border-top: 1px solid #ebebeb } footer:empty { display: none }
button { font: inherit; font-weight: 550; padding: 6px 12px; border-radius: 8px; border: 1px solid #ccc; background: #fff; cursor: pointer } button.primary { background: #303030; border-color: #303030; color: #fff } button.critical { background: #c70a24; border-color: #c70a24; color: #fff }
header button { border: 0; background: none; font-size: 18px; line-height: 1; padding: 4px 8px }
iframe { border: 0; width: 100%; height: 60vh; display: block }`

class Modal extends HTMLElement {
  #dialog: HTMLDialogElement | null = null
  /** Lives in the page, not in the shadow, so that the app's style sheets reach it. */
  content: HTMLElement = document.createElement('div')

  get variant() {
    return this.getAttribute('variant') ?? 'base'
  }
  get src() {
    return this.getAttribute('src') ?? ''
  }
  get contentWindow(): Window | null {
    return this.#dialog?.parentElement?.querySelector('iframe')?.contentWindow ?? null
  }

  async show() {
    if (this.#dialog) return
    const holder = document.createElement('div')
    const shadow = holder.attachShadow({ mode: 'open' })
    shadow.innerHTML = `<style>${STYLE}</style><dialog data-variant="${this.variant}" aria-labelledby="t"><header><span id="t"></span><button type="button" aria-label="Close">×</button></header><div><slot></slot></div><footer></footer></dialog>`
    const dialog = shadow.querySelector('dialog') as HTMLDialogElement
    const bar = this.querySelector('ui-title-bar')
    ;(shadow.getElementById('t') as HTMLElement).textContent = bar?.getAttribute('title') ?? ''
    shadow.querySelector('header button')?.addEventListener('click', () => void this.hide())
    dialog.addEventListener('cancel', () => void this.hide())
    for (const original of bar?.querySelectorAll<HTMLElement>('button') ?? []) shadow.querySelector('footer')?.append(copyOf(original))
    holder.append(this.src ? Object.assign(document.createElement('iframe'), { src: this.src }) : this.#filled())
    document.body.append(holder)
    dialog.showModal()
    this.#dialog = dialog
    this.dispatchEvent(new CustomEvent('show'))
  }

  /** Plain children are copied in; an app that renders into `content` (React) has filled it already. */
  #filled(): HTMLElement {
    if (this.content.childNodes.length === 0) {
      for (const child of this.children) if (!child.matches('ui-title-bar, ui-save-bar')) this.content.append(child.cloneNode(true))
    }
    return this.content
  }

  async hide() {
    if (!this.#dialog) return
    const root = this.#dialog.getRootNode() as ShadowRoot
    this.#dialog.close()
    root.host.remove()
    this.#dialog = null
    this.dispatchEvent(new CustomEvent('hide'))
  }

  toggle() {
    return this.#dialog ? this.hide() : this.show()
  }
  disconnectedCallback() {
    void this.hide()
  }
}

function copyOf(original: HTMLElement): HTMLButtonElement {
  const look = original.getAttribute('tone') === 'critical' ? 'critical' : original.getAttribute('variant') === 'primary' ? 'primary' : ''
  const copy = Object.assign(document.createElement('button'), { type: 'button', className: look, textContent: original.textContent })
  copy.addEventListener('click', () => original.click())
  return copy
}

export const defineModal = (): void => customElements.define('ui-modal', Modal)

const modalOf = (id: string): Modal => {
  const found = document.getElementById(id)
  if (found instanceof Modal) return found
  throw new Error(`There is no ui-modal with the id ${id}`)
}

export const modal = {
  show: async (id: string) => modalOf(id).show(),
  hide: async (id: string) => modalOf(id).hide(),
  toggle: async (id: string) => modalOf(id).toggle(),
}
