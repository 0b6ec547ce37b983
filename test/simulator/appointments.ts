import type { Simulator } from './simulator.ts'

/** What shall happen at a time of the simulated clock; survives a restart. */
export type Duty = (payload: never, simulator: Simulator) => Promise<void>

const MOST_SLEEP = 30_000 // a timer set for weeks would miss nothing else, but a short one also heals a lost wake-up

export class Appointments {
  readonly #simulator: Simulator
  readonly #duties: Record<string, Duty>
  #timer: NodeJS.Timeout | undefined
  #stopped = false
  #running: Promise<void> = Promise.resolve()

  constructor(simulator: Simulator, duties: Record<string, Duty>) {
    this.#simulator = simulator
    this.#duties = duties
  }

  start(): void {
    this.#simulator.clock.onPush(() => this.#wake())
    this.#wake()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#running
  }

  async at(kind: string, dueAt: Date, payload: unknown): Promise<void> {
    const { store } = this.#simulator
    await store.sql.query('insert into appointment (id, kind, due_at, payload) values ($1, $2, $3, $4)', [
      await store.nextId(),
      kind,
      dueAt,
      JSON.stringify(payload),
    ])
    this.#wake()
  }

  #wake(): void {
    if (this.#stopped) return
    this.#running = this.#running
      .then(() => this.#keep())
      .catch((error: unknown) => this.#simulator.log(`appointment failed: ${error}`))
      .then(() => this.#sleep())
      .catch((error: unknown) => this.#simulator.log(`looking for appointments failed: ${error}`))
  }

  /** Everything that is due now, oldest first. */
  async #keep(): Promise<void> {
    const { store, clock } = this.#simulator
    for (;;) {
      const { rows } = await store.sql.query<{ id: number; kind: string; payload: never }>(TAKE_DUE, [clock.now()])
      const next = rows[0]
      if (!next) return
      const duty = this.#duties[next.kind]
      if (!duty) throw new Error(`Nobody keeps appointments of kind ${next.kind}`)
      await duty(next.payload, this.#simulator)
    }
  }

  async #sleep(): Promise<void> {
    const { store, clock } = this.#simulator
    const { rows } = await store.sql.query<{ due_at: Date | null }>('select min(due_at) as due_at from appointment')
    const due = rows[0]?.due_at
    if (this.#stopped) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => this.#wake(),
      Math.max(0, Math.min(MOST_SLEEP, due ? due.getTime() - clock.now().getTime() : MOST_SLEEP)),
    )
  }
}

const TAKE_DUE = `
  delete from appointment where id = (select id from appointment where due_at <= $1 order by due_at, id limit 1 for update skip locked)
  returning id, kind, payload`
