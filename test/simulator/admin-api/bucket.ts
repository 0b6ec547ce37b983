export interface BucketSize {
  maximumAvailable: number
  restoreRate: number
}

export interface ThrottleStatus extends BucketSize {
  currentlyAvailable: number
}

/** The leaky bucket of one app in one shop. Times in ms. */
export class Bucket {
  readonly #size: BucketSize
  #available: number
  #at: number

  constructor(size: BucketSize, now: number) {
    this.#size = size
    this.#available = size.maximumAvailable
    this.#at = now
  }

  status(now: number): ThrottleStatus {
    this.#fill(now)
    return { ...this.#size, currentlyAvailable: Math.floor(this.#available) }
  }

  /** Takes the requested cost, or nothing and says no. */
  take(cost: number, now: number): boolean {
    this.#fill(now)
    if (this.#available < cost) return false
    this.#available -= cost
    return true
  }

  /** Gives back what was requested and not used. */
  giveBack(cost: number): void {
    this.#available = Math.min(this.#size.maximumAvailable, this.#available + cost)
  }

  drain(): void {
    this.#available = 0
  }

  #fill(now: number): void {
    const seconds = Math.max(0, now - this.#at) / 1_000
    this.#available = Math.min(this.#size.maximumAvailable, this.#available + seconds * this.#size.restoreRate)
    this.#at = now
  }
}
