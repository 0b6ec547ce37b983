// Running other programs: Node's own scripts among the packages, to their end or until told to stop.
import { spawn } from 'node:child_process'
import { dirname, delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const BIN = join(ROOT, 'node_modules', '.bin')

/** The pinned Node and the packages' programs come first, whatever started us. */
export const environmentWith = (extra = {}) => ({ ...process.env, PATH: [BIN, process.env.PATH].join(delimiter), ...extra })

/** Runs a program to its end; what it says is shown, or kept and shown when it fails. */
export function run(program, args, { env = {}, quiet = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: environmentWith(env),
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    })
    let words = ''
    child.stdout?.on('data', (chunk) => (words += chunk))
    child.stderr?.on('data', (chunk) => (words += chunk))
    child.on('error', fail)
    child.on('close', (code) => done({ ok: code === 0, code, words }))
  })
}

export const node = (args, options) => run(process.execPath, args, options)

export async function mustRun(label, program, args, options) {
  const { ok, words } = await run(program, args, { quiet: true, ...options })
  if (!ok) throw new Error(`${label} failed:\n${words.trimEnd()}`)
  return words
}

/** Starts a program that stays. It gets a process group of its own, so that Ctrl-C reaches it once, through us. */
export function launch(args, { env, onLine }) {
  const follow = join(ROOT, 'bin', 'follow-parent.mjs')
  const child = spawn(process.execPath, ['--import', follow, ...args], {
    cwd: ROOT,
    // Stripping the types of some hundred files takes a second that only the first start should pay.
    env: environmentWith({ NODE_COMPILE_CACHE: join(ROOT, '.data', 'compiled'), ...env }),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: process.platform !== 'win32',
  })
  for (const stream of [child.stdout, child.stderr]) eachLine(stream, onLine)
  const ended = new Promise((done) => child.on('exit', (code, signal) => done(code ?? signal)))
  return { child, ended, stop: (signal) => stop(child, ended, signal) }
}

async function stop(child, ended, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  const patience = setTimeout(() => child.kill('SIGKILL'), 9_000)
  await ended
  clearTimeout(patience)
}

function eachLine(stream, onLine) {
  let rest = ''
  stream.setEncoding('utf8')
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()
    lines.forEach(onLine)
  })
  stream.on('end', () => rest && onLine(rest))
}
