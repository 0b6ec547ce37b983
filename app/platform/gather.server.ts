interface Waiting<Item> {
  item: Item
  done: () => void
  failed: (error: unknown) => void
}

export interface GatherOptions {
  /** At most so many items go in one. */
  most: number
  /** An item waits at most so long (ms) for company. */
  within: number
  /** So many flushes may be under way together. */
  atOnce: number
}

/** Lets items that arrive close together share one costly step; each caller waits until the step with its own item is done. */
export function gather<Item>(
  flush: (items: Item[]) => Promise<unknown>,
  { most, within, atOnce }: GatherOptions,
): (item: Item) => Promise<void> {
  let waiting: Waiting<Item>[] = []
  let timer: NodeJS.Timeout | undefined
  let underWay = 0

  const start = () => {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting.slice(0, most)
    waiting = waiting.slice(most)
    underWay++
    void flush(batch.map(({ item }) => item))
      .then(
        () => batch.forEach(({ done }) => done()),
        (error: unknown) => batch.forEach(({ failed }) => failed(error)),
      )
      .finally(() => {
        underWay--
        consider()
      })
  }
  const consider = () => {
    if (underWay >= atOnce || waiting.length === 0) return
    if (waiting.length >= most) start()
    else timer ??= setTimeout(start, within)
  }
  return (item) =>
    new Promise((done, failed) => {
      waiting.push({ item, done, failed })
      consider()
    })
}
