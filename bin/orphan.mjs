// npm ends at once when it is told to, and leaves its script running: an orphan then has to notice by itself. Plain ES2020: see run.mjs.

/** Calls back once npm is gone. Without npm the terminal's own rules hold (nohup, disown). */
export function onceOrphaned(act) {
  const parent = process.ppid
  if (!process.env.npm_lifecycle_event || parent === 1) return
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, 500)
  watch.unref()
}
