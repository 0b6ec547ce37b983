import type { BarButton } from './channel.ts'
import { hear, tell } from './link.ts'
import { leaveConfirmation, navItems } from './navigation.ts'

/** Elements that the admin shows outside the iframe: their children are only read, never touched, so that React may own them. */
abstract class Mirrored extends HTMLElement {
  #watch = new MutationObserver(() => this.mirror())
  abstract mirror(): void
  connectedCallback() {
    this.#watch.observe(this, { childList: true, subtree: true, attributes: true, characterData: true })
    this.mirror()
  }
  disconnectedCallback() {
    this.#watch.disconnect()
  }
}

class NavMenu extends Mirrored {
  mirror() {
    tell('nav', navItems(this))
  }
}

class AppNav extends NavMenu {}

const buttonOf = (element: Element | undefined, label: string): BarButton => ({
  label: element?.textContent?.trim() || label,
  primary: element?.getAttribute('variant') === 'primary',
  disabled: element?.hasAttribute('disabled') ?? false,
  busy: element !== undefined && element.hasAttribute('loading') && element.getAttribute('loading') !== 'false',
})

class TitleBar extends Mirrored {
  mirror() {
    if (this.closest('ui-modal')) return
    tell('title', {
      title: this.getAttribute('title') ?? document.title,
      buttons: titleButtons(this).map((button) => ({
        ...buttonOf(button, ''),
        breadcrumb: button.getAttribute('variant') === 'breadcrumb',
        critical: button.getAttribute('tone') === 'critical',
      })),
    })
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    tell('title', { title: '', buttons: [] })
  }
}

const titleButtons = (bar: Element): HTMLElement[] => [...bar.querySelectorAll<HTMLElement>('button, a')]

hear('title-button', (index) => {
  const bar = [...document.querySelectorAll('ui-title-bar')].find((one) => !one.closest('ui-modal'))
  if (bar) titleButtons(bar)[index]?.click()
})

let showing: SaveBar | null = null
const bring = (bar: SaveBar): void => void (showing = bar)

class SaveBar extends Mirrored {
  get showing() {
    return showing === this
  }
  get discardConfirmation() {
    return this.hasAttribute('discardConfirmation')
  }
  set discardConfirmation(wanted: boolean) {
    this.toggleAttribute('discardConfirmation', wanted)
  }
  buttons(): { save: HTMLElement | undefined; discard: HTMLElement | undefined } {
    const all = [...this.querySelectorAll<HTMLElement>('button')]
    return {
      save: all.find((one) => one.getAttribute('variant') === 'primary'),
      discard: all.find((one) => one.getAttribute('variant') !== 'primary'),
    }
  }
  mirror() {
    if (showing !== this) return
    const { save, discard } = this.buttons()
    tell('save-bar', {
      shown: true,
      save: buttonOf(save, 'Save'),
      discard: buttonOf(discard, 'Discard'),
      discardConfirmation: this.discardConfirmation,
    })
  }
  async show() {
    if (showing === this) return
    bring(this)
    this.mirror()
    this.dispatchEvent(new CustomEvent('show'))
  }
  async hide() {
    if (showing !== this) return
    showing = null
    tell('save-bar', {
      shown: false,
      save: buttonOf(undefined, 'Save'),
      discard: buttonOf(undefined, 'Discard'),
      discardConfirmation: false,
    })
    this.dispatchEvent(new CustomEvent('hide'))
  }
  toggle() {
    return this.showing ? this.hide() : this.show()
  }
  override disconnectedCallback() {
    super.disconnectedCallback()
    void this.hide()
  }
}

hear('save-bar', (which) => showing?.buttons()[which]?.click())

const saveBarOf = (id: string): SaveBar => {
  const found = document.getElementById(id)
  if (found instanceof SaveBar) return found
  throw new Error(`There is no ui-save-bar with the id ${id}`)
}

export const saveBar = {
  show: async (id: string) => saveBarOf(id).show(),
  hide: async (id: string) => saveBarOf(id).hide(),
  toggle: async (id: string) => saveBarOf(id).toggle(),
  leaveConfirmation: () => leaveConfirmation(showing !== null),
}

/** An adopted sheet leaves the document as the server rendered it, so that hydration finds what it expects. */
export function hideMirrored(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('ui-nav-menu, s-app-nav, ui-title-bar, ui-save-bar, ui-modal { display: none !important }')
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}

export function defineElements(): void {
  customElements.define('ui-nav-menu', NavMenu)
  customElements.define('s-app-nav', AppNav)
  customElements.define('ui-title-bar', TitleBar)
  customElements.define('ui-save-bar', SaveBar)
}
