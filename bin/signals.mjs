import { onceOrphaned } from './orphan.mjs'

/** Resolves with undefined once the user or the system asks to stop. */
export function untilTold() {
  let told = false
  const promise = new Promise((done) => {
    const tell = () => {
      told = true
      done(undefined)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, tell)
    onceOrphaned(tell)
  })
  return { promise, now: () => told }
}
