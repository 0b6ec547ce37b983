import type { Simulator } from './simulator.ts'

/** What shall happen at a time of the simulated clock; survives a restart. */
export type Duty = (payload: never, simulator: Simulator) => Promise<void>

const MOST_SLEEP = 30_000 // a timer set for weeks would miss nothing else, but a short one also heals a lost wake-up

export interface Appointments {
  at(kind: string, dueAt: Date, payload: unknown): Promise<void>
  /** Runs everything that is due now, oldest first. */
  keep(): Promise<void>
  start(): void
  stop(): Promise<void>
}

export function appointments(simulator: Simulator, duties: Record<string, Duty>): Appointments {
  const { store, clock } = simulator
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()

  async function keep(): Promise<void> {
    for (;;) {
      const { rows } = await store.sql.query<{ id: number; kind: string; payload: never }>(
        'delete from appointment where id = (select id from appointment where due_at <= $1 order by due_at, id limit 1 for update skip locked) returning id, kind, payload',
        [clock.now()],
      )
      const next = rows[0]
      if (!next) return
      const duty = duties[next.kind]
      if (!duty) throw new Error(`Nobody keeps appointments of kind ${next.kind}`)
      await duty(next.payload, simulator)
    }
  }

  async function sleep(): Promise<void> {
    const { rows } = await store.sql.query<{ due_at: Date | null }>('select min(due_at) as due_at from appointment')
    const due = rows[0]?.due_at
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(wake, Math.max(0, Math.min(MOST_SLEEP, due ? due.getTime() - clock.now().getTime() : MOST_SLEEP)))
  }

  function wake(): void {
    if (stopped) return
    running = running
      .then(keep)
      .catch((error: unknown) => simulator.log(`appointment failed: ${error}`))
      .then(sleep, () => undefined)
  }

  return {
    async at(kind, dueAt, payload) {
      await store.sql.query('insert into appointment (id, kind, due_at, payload) values ($1, $2, $3, $4)', [
        await store.nextId(),
        kind,
        dueAt,
        JSON.stringify(payload),
      ])
      wake()
    },
    keep,
    start() {
      clock.onPush(wake)
      wake()
    },
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
