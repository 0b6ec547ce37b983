import type { Events, Questions, Tellings, ToApp } from './channel.ts'

const script = document.currentScript as HTMLScriptElement | null
export const ADMIN = new URL(script?.src ?? location.href).origin
export const apiKey = script?.dataset['apiKey'] ?? document.querySelector<HTMLMetaElement>('meta[name=shopify-api-key]')?.content ?? ''

const waiting = new Map<number, (value: never) => void>()
const listeners = new Map<string, Set<(value: never) => void>>()
let asked = 0

addEventListener('message', (event: MessageEvent<ToApp>) => {
  if (event.source !== parent || event.origin !== ADMIN || event.data?.from !== 'admin') return
  const said = event.data
  if (said.kind === 'answer') {
    waiting.get(said.id)?.(said.value as never)
    waiting.delete(said.id)
  } else {
    for (const listener of listeners.get(said.what) ?? []) listener(said.value as never)
  }
})

export const tell = <K extends keyof Tellings>(what: K, value: Tellings[K]): void =>
  parent.postMessage({ from: 'app-bridge', kind: 'tell', what, value }, ADMIN)

export function ask<K extends keyof Questions>(what: K, value: Questions[K]['asked']): Promise<Questions[K]['answer']> {
  const id = ++asked
  return new Promise((resolve) => {
    waiting.set(id, resolve as (value: never) => void)
    parent.postMessage({ from: 'app-bridge', kind: 'ask', id, what, value }, ADMIN)
  })
}

export function hear<K extends keyof Events>(what: K, listener: (value: Events[K]) => void): void {
  const all = listeners.get(what) ?? new Set()
  listeners.set(what, all.add(listener as (value: never) => void))
}
