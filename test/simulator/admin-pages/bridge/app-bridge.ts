/** A stand-in for Shopify's app-bridge.js, which exists on their CDN only. What it does not model throws. */
import type { PickerWish } from './channel.ts'
import { defineElements, hideMirrored, saveBar } from './elements.ts'
import { apiKey, ask, hear, tell } from './link.ts'
import { defineModal, modal } from './modal.ts'
import { followLocation, obeyNavigation } from './navigation.ts'
import { authenticateFetch, enterAdmin, reloadWhereAsked } from './requests.ts'

interface ToastOptions {
  duration?: number
  isError?: boolean
  action?: string
  onAction?: () => void
  onDismiss?: () => void
}

const query = new URLSearchParams(location.search)
/** A private window denies storage to a frame of another site. */
const storage = (() => {
  try {
    return sessionStorage
  } catch {
    return undefined
  }
})()
const remembered = (name: string): string => {
  const value = query.get(name) ?? storage?.getItem(`app-bridge-${name}`) ?? ''
  storage?.setItem(`app-bridge-${name}`, value)
  return value
}

const toasts = new Map<string, ToastOptions>()
hear('toast-action', (id) => toasts.get(id)?.onAction?.())
hear('toast-dismiss', (id) => {
  toasts.get(id)?.onDismiss?.()
  toasts.delete(id)
})

const toast = {
  show(message: string, options: ToastOptions = {}): string {
    const id = `toast-${toasts.size}-${crypto.randomUUID()}`
    toasts.set(id, options)
    tell('toast', { id, message, duration: options.duration ?? 5_000, isError: options.isError ?? false, action: options.action ?? null })
    return id
  },
  hide: (id: string): void => tell('hide-toast', id),
}

async function resourcePicker(
  options: Partial<PickerWish> & {
    type: PickerWish['type']
    filter?: { query?: string; variants?: boolean; draft?: boolean; archived?: boolean }
  },
) {
  const picked = await ask('pick', {
    type: options.type,
    multiple: options.multiple ?? false,
    query: options.query ?? options.filter?.query ?? '',
    selectionIds: options.selectionIds ?? [],
    variants: options.filter?.variants ?? true,
    draft: options.filter?.draft ?? true,
    archived: options.filter?.archived ?? true,
    action: options.action ?? 'add',
  })
  return picked ? Object.assign(picked, { selection: picked }) : undefined
}

const scopes = {
  query: () => ask('scopes', null),
  async request(wanted: string[]) {
    const granted = await ask('grant', wanted)
    return { result: granted ? 'granted-all' : 'declined-all', detail: granted ?? (await ask('scopes', null)) }
  },
  revoke: async () => {
    throw new Error('The simulator does not model shopify.scopes.revoke')
  },
}

const notModelled = (name: string) =>
  new Proxy(() => {}, {
    get: () => notModelled(name),
    apply: () => {
      throw new Error(`The simulator does not model shopify.${name}`)
    },
  })

const shopify = {
  config: {
    apiKey,
    host: remembered('host'),
    shop: remembered('shop'),
    locale: remembered('locale') || 'en',
    appOrigins: [],
    disabledFeatures: [],
    experimentalFeatures: [],
  },
  origin: 'https://admin.shopify.com',
  ready: Promise.resolve(),
  environment: { embedded: true, mobile: false, pos: false, intent: false },
  idToken: () => ask('idToken', null),
  user: () => ask('user', null),
  loading: (busy = true) => tell('loading', busy === true),
  toast,
  resourcePicker,
  saveBar,
  modal,
  app: { extensions: async () => (await fetch(`/__simulator/app-extensions?shop=${remembered('shop')}`)).json() },
  reviews: { request: async () => ({ success: false, code: 'not-modelled', message: 'The simulator shows no review modal' }) },
  webVitals: { onReport: async () => {} },
  support: { registerHandler: async () => {} },
  setSignals() {},
  scopes,
  picker: notModelled('picker'),
  pos: notModelled('pos'),
  scanner: notModelled('scanner'),
  intents: notModelled('intents'),
  shopifyQL: notModelled('shopifyQL'),
  tools: notModelled('tools'),
}

Object.defineProperty(window, 'shopify', { value: shopify, configurable: true })

if (!enterAdmin()) {
  authenticateFetch()
  hideMirrored()
  void reloadWhereAsked().then((reloading) => {
    if (reloading) return
    defineElements()
    defineModal()
    followLocation()
    obeyNavigation()
  })
}
