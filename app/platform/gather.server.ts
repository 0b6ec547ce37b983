interface Waiting<Item> {
  item: Item
  done: () => void
  failed: (error: unknown) => void
}

export interface GatherOptions {
  /** At most so many items go in one. */
  most: number
  /** An item waits at most so long (ms) for company, while nothing is under way; 0: for what comes in the same turn of the event loop. */
  within: number
  /** So many flushes may be under way together. */
  atOnce: number
}

/**
 * Lets items that arrive close together share one costly step; each caller waits until the step with its own item is done.
 * What came while a step was under way waits no longer than that: the next one is on its way before anybody hears of the last.
 */
export function gather<Item>(
  flush: (items: Item[]) => Promise<unknown>,
  { most, within, atOnce }: GatherOptions,
): (item: Item) => Promise<void> {
  let waiting: Waiting<Item>[] = []
  let timer: NodeJS.Timeout | NodeJS.Immediate | undefined
  let underWay = 0
  const soon = (): typeof timer => (within > 0 ? setTimeout(start, within) : setImmediate(start))
  const clear = () => {
    if (within > 0) clearTimeout(timer as NodeJS.Timeout)
    else clearImmediate(timer as NodeJS.Immediate)
    timer = undefined
  }

  const start = () => {
    clear()
    const batch = waiting.slice(0, most)
    waiting = waiting.slice(most)
    underWay++
    const over = (tell: (each: Waiting<Item>) => void) => {
      underWay--
      if (waiting.length > 0 && underWay < atOnce) start()
      // Whoever is told goes on to work: the step just begun must be out of this process before.
      setImmediate(() => batch.forEach(tell))
    }
    flush(batch.map(({ item }) => item)).then(
      () => over(({ done }) => done()),
      (error: unknown) => over(({ failed }) => failed(error)),
    )
  }
  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed })
      if (underWay >= atOnce) return
      if (waiting.length >= most) start()
      else timer ??= soon()
    })
}
