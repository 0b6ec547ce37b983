/** What the stand-in App Bridge inside the iframe and the admin around it say to each other. */
export interface NavItem {
  href: string
  label: string
  home: boolean
}

export interface BarButton {
  label: string
  primary: boolean
  disabled: boolean
  busy: boolean
}

export interface Tellings {
  path: string
  nav: NavItem[]
  title: { title: string; buttons: (BarButton & { breadcrumb: boolean; critical: boolean })[] }
  'save-bar': { shown: boolean; save: BarButton; discard: BarButton; discardConfirmation: boolean }
  toast: { id: string; message: string; duration: number; isError: boolean; action: string | null }
  'hide-toast': string
  loading: boolean
  open: string // shopify://admin/... or an address outside the app
}

export interface Questions {
  idToken: { asked: null; answer: string }
  user: { asked: null; answer: object }
  leave: { asked: null; answer: boolean }
  pick: { asked: PickerWish; answer: object[] | null }
  scopes: { asked: null; answer: ScopesDetail }
  grant: { asked: string[]; answer: ScopesDetail | null }
}

export interface ScopesDetail {
  granted: string[]
  required: string[]
  optional: string[]
}

export interface PickerWish {
  type: 'product' | 'variant' | 'collection'
  multiple: boolean | number
  query: string
  selectionIds: { id: string; variants?: { id: string }[] }[]
  variants: boolean
  draft: boolean
  archived: boolean
  action: 'add' | 'select'
}

export interface Events {
  navigate: string
  'title-button': number
  'save-bar': 'save' | 'discard'
  'toast-action': string
  'toast-dismiss': string
}

export type ToAdmin =
  | { from: 'app-bridge'; kind: 'tell'; what: keyof Tellings; value: unknown }
  | { from: 'app-bridge'; kind: 'ask'; id: number; what: keyof Questions; value: unknown }

export type ToApp =
  { from: 'admin'; kind: 'answer'; id: number; value: unknown } | { from: 'admin'; kind: 'event'; what: keyof Events; value: unknown }
