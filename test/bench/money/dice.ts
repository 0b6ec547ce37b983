/** The same seed gives the same orders. */
export interface Dice {
  /** From 0 up to, not including, `most`. */
  below(most: number): number
  /** In so many of a hundred cases. */
  chance(percent: number): boolean
  pick<T>(things: readonly T[]): T
  shuffle<T>(things: readonly T[]): T[]
}

export function dice(seed: number): Dice {
  let state = seed >>> 0
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    below,
    chance: (percent) => next() * 100 < percent,
    pick: (things) => things[below(things.length)] as never,
    shuffle(things) {
      const mixed = [...things]
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = below(last + 1)
        ;[mixed[last], mixed[other]] = [mixed[other] as never, mixed[last] as never]
      }
      return mixed
    },
  }
}
