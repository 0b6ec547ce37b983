import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What each part holds in memory, shared pages divided among those that share them. Linux only. */
export function residentMegabytes(clone: string): Record<string, number> {
  const lines = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(clone))
  const pids = (mark: string) => lines.filter((line) => line.includes(mark)).map((line) => Number.parseInt(line, 10))
  const postmasters = pids('/bin/postgres')
  return {
    web_and_worker: megabytes(pids('bin/app.mjs')),
    simulator: megabytes(pids('simulator/main.ts')),
    database: megabytes([...postmasters, ...postmasters.flatMap(childrenOf)]),
  }
}

function childrenOf(pid: number): number[] {
  const children = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
  return children.flatMap(([child = 0, parent]) => (parent === pid ? [child] : []))
}

const megabytes = (pids: number[]) => Math.round(pids.reduce((sum, pid) => sum + proportionalKilobytes(pid), 0) / 1024)

function proportionalKilobytes(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}
