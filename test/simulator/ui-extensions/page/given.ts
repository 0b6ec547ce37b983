/**
 * What a page hands to a block. Paths name members of the global `shopify`: `orderConfirmation`, `cost.totalAmount`.
 * Functions cross over as calls of the page.
 */
export interface Given {
  values: Record<string, unknown>
  signals: Record<string, unknown>
  /** Members that Shopify leaves undefined here: data that the app may not see. */
  absent: string[]
  /** Signals without a value: JSON, which carries all this to the page, would lose them. */
  empty?: string[]
  texts: { default: string; byLocale: Record<string, Nested> }
  locale: string // the shopper's
  currency: string
  missingTranslation: 'key' | 'throws'
}

export interface Nested {
  [key: string]: string | Nested
}

/** Everything that the sandbox must know beside what the page gives. */
export interface Rules {
  extension: string
  target: string
  networkAccess: boolean
  /** The app's own address, where `fetch` speaks to it as the signed-in staff member; null outside the admin. */
  backend: string | null
  elements: Record<string, { props: string[]; events: string[] }>
  /** Elements that the target has and this page cannot draw. */
  undrawn: string[]
  api: string[]
  /** Members that other targets have: a module that serves two may ask for them. */
  elsewhere: string[]
}

export type Functions = Record<string, (...args: never[]) => unknown>
