/** Resolves with undefined once the user or the system asks to stop. */
export function untilTold() {
  let told = false
  const promise = new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        told = true
        done(undefined)
      })
    }
  })
  return { promise, now: () => told }
}
