/** One look at two clocks, in ms: the machine's, which may be set, and one that only moves forward. */
export interface Look {
  wall: number
  steady: number
}

// NTP slows a clock down by far less between two looks.
const LEAST = 500

/** By how many ms the machine's clock was put back between two looks; 0: it was not. */
export function putBackBy(before: Look, after: Look): number {
  const by = after.steady - before.steady - (after.wall - before.wall)
  return by > LEAST ? by : 0
}
