import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export interface Program {
  port: number
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>
}

export function run(args: readonly string[], env: Record<string, string>, stdout: 'inherit' | 'pipe' = 'inherit'): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', stdout, 'inherit'] })
}

export async function startServer(args: readonly string[], env: Record<string, string>, port: number): Promise<Program> {
  const child = run(args, { ...env, PORT: String(port) }, 'pipe')
  child.stdout?.resume()
  const ended = new Promise<void>((resolve) => void child.once('exit', () => resolve()))
  const dead = ended.then(() => Promise.reject(new Error(`${args.join(' ')} ended before it served`)))
  dead.catch(() => {})
  await Promise.race([answering(port), dead])
  return {
    port,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
  }
}

async function answering(port: number): Promise<void> {
  for (;;) {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null)
    if (response) return
    await sleep(50)
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** The last line that a program prints, as JSON. */
export async function outputOf<T>(args: readonly string[], env: Record<string, string>): Promise<T> {
  const child = run(args, env, 'pipe')
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => void (text += chunk.toString()))
  const code = await new Promise<number | null>((resolve) => void child.once('close', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`)
  return JSON.parse(text.trim().split('\n').at(-1) ?? '') as T
}
