import type { Store } from './store.ts'

export interface Clock {
  now(): Date
  offsetMs(): number
  /** Pushes the clock forward; it never goes back. Everything that has become due happens. */
  push(ms: number): Promise<void>
  /** Answers as soon as the offset differs from `since`, or after `patienceMs`. */
  changed(since: number, patienceMs: number): Promise<number>
  /** Called whenever the clock was pushed. */
  onPush(listener: () => void): void
}

export async function openClock(store: Pick<Store, 'setting' | 'setSetting'>, real: () => number = Date.now): Promise<Clock> {
  let offset = await store.setting('clock', 0)
  const listeners = new Set<() => void>()
  return {
    now: () => new Date(real() + offset),
    offsetMs: () => offset,
    async push(ms) {
      if (!(ms >= 0)) throw new Error('The clock only goes forward')
      offset += ms
      await store.setSetting('clock', offset)
      for (const listener of listeners) listener()
    },
    changed: (since, patienceMs) =>
      new Promise((resolve) => {
        const answer = () => {
          clearTimeout(timer)
          listeners.delete(answer)
          resolve(offset)
        }
        const timer = setTimeout(answer, offset === since ? patienceMs : 0)
        listeners.add(answer)
      }),
    onPush: (listener) => void listeners.add(listener),
  }
}
