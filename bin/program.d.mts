import type { ChildProcess } from 'node:child_process'

export interface Launched {
  child: ChildProcess
  ended: Promise<number | NodeJS.Signals>
  stop(signal?: NodeJS.Signals): Promise<void>
}
export function launch(args: readonly string[], options: { env: Record<string, string>; onLine: (line: string) => void }): Launched
