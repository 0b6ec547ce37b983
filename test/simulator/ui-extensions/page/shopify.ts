import type { Functions, Given, Rules } from './given.ts'
import { i18nOf } from './translate.ts'

interface SignalLike {
  value: unknown
  subscribe(listener: (value: unknown) => void): () => void
}
type SignalClass = new (value: unknown) => SignalLike

/** Until the extension brings its own. */
class PlainSignal implements SignalLike {
  readonly #listeners = new Set<(value: unknown) => void>()
  #value: unknown
  constructor(value: unknown) {
    this.#value = value
  }
  get value() {
    return this.#value
  }
  set value(next) {
    this.#value = next
    for (const listener of this.#listeners) listener(next)
  }
  subscribe(listener: (value: unknown) => void) {
    this.#listeners.add(listener)
    listener(this.#value)
    return () => void this.#listeners.delete(listener)
  }
}

type Callback = (...args: unknown[]) => unknown
interface Tree {
  [name: string]: unknown
}

// What promises, Preact and consoles ask of any object.
const ASKED_OF_ANYTHING = ['then', 'toJSON', 'constructor', 'prototype', 'nodeType', '$$typeof', 'valueOf', 'toString', '__k', '__v']

/** The global `shopify` of a block: strict, so that what Shopify would not give is not given here. */
export class ShopifyGlobal {
  readonly registry = new Map<string, Callback>()
  readonly #signals = new Map<string, SignalLike>()
  #Signal: SignalClass = PlainSignal
  #tree: Tree = {}
  readonly global: object

  constructor() {
    const always: Tree = {
      extend: (target: string, callback: Callback) => void this.registry.set(target, callback),
      reload: () => undefined,
      setSignals: (Signal: SignalClass) => void (this.#Signal = Signal),
    }
    this.global = new Proxy(always, {
      get: (_, name) => (typeof name === 'string' ? (always[name] ?? this.#tree[name]) : undefined),
      has: (_, name) => typeof name === 'string' && (name in always || Reflect.has(this.#tree, name)),
      set: (_, name) => {
        throw new Error(`shopify.${String(name)} cannot be set`)
      },
    })
  }

  /** From here on it holds the API of the target. */
  open(given: Given, functions: Functions, rules: Rules): void {
    const tree: Tree = { i18n: i18nOf(given) }
    const put = (path: string, value: unknown) => plant(tree, path.split('.'), value)
    for (const [path, value] of Object.entries({ ...given.values, ...functions })) put(path, value)
    const empty = (given.empty ?? []).map((path) => [path, undefined] as const)
    for (const [path, value] of [...Object.entries(given.signals), ...empty]) {
      this.#signals.set(path, new this.#Signal(value))
      put(path, this.#readOnly(path))
    }
    for (const path of given.absent) put(path, undefined)
    this.#tree = strictRoot(tree, rules)
  }

  change(path: string, value: unknown): void {
    const signal = this.#signals.get(path)
    if (!signal) throw new Error(`The page has given no shopify.${path}`)
    signal.value = value
  }

  #readOnly(path: string): object {
    const signal = () => this.#signals.get(path) as SignalLike
    return Object.freeze({
      get value() {
        return signal().value
      },
      get current() {
        return signal().value
      },
      subscribe: (listener: (value: unknown) => void) => signal().subscribe(listener),
    })
  }
}

function plant(tree: Tree, [first = '', ...rest]: string[], value: unknown): void {
  if (rest.length === 0) tree[first] = value
  else plant((tree[first] ??= {}) as Tree, rest, value)
}

function strictRoot(tree: Tree, rules: Rules): Tree {
  const branches = Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, isBranch(value) ? strict(value, name) : value]))
  return new Proxy(branches, {
    get(_, name) {
      if (typeof name !== 'string' || name in branches) return Reflect.get(branches, name)
      if (rules.api.includes(name)) throw new Error(`501: the simulator does not model shopify.${name} at ${rules.target}`)
      if (rules.elsewhere.includes(name) || ASKED_OF_ANYTHING.includes(name)) return undefined
      throw new Error(`shopify.${name} is not in the API of ${rules.target}`)
    },
    has: (_, name) => typeof name === 'string' && (name in branches || rules.api.includes(name)),
  })
}

const isBranch = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype && !Object.isFrozen(value)

const strict = (branch: Tree, path: string): Tree =>
  new Proxy(branch, {
    get(_, name) {
      if (typeof name !== 'string' || name in branch || ASKED_OF_ANYTHING.includes(name)) return Reflect.get(branch, name)
      throw new Error(`501: the simulator does not model shopify.${path}.${name}`)
    },
  })
