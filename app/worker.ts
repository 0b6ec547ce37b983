import { environment } from './platform/env.server.ts'
import type { Variables } from './platform/env.server.ts'
import { runJobs } from './platform/runner.server.ts'
import { crons, jobs } from './wiring.server.ts'

/** Runs jobs until stopped; stopping finishes those in hand. */
export async function startWorker({ env }: { env?: Variables } = {}): Promise<{ stop(): Promise<void> }> {
  environment(env)
  return runJobs(jobs, crons)
}
