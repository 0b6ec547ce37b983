import { spawn } from 'node:child_process'
import { request } from 'node:http'
import { delimiter } from 'node:path'

type Running = { seconds: number; stop(): Promise<number> }

/** `npm start` in a clone, timed until Encore's first page has come whole. */
export async function startFresh(clone: string, port: number): Promise<Running> {
  const began = Date.now()
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const { DATABASE_URL: _, NODE_ENV: __, ...rest } = process.env
  const outside = Object.fromEntries(Object.entries(rest).filter(([name]) => !/^npm_/i.test(name) || name === 'npm_config_cache'))
  const env = { ...outside, PATH: path.join(delimiter), SIMULATOR_PORT: String(port) } as unknown as NodeJS.ProcessEnv
  const child = spawn('npm', ['start'], { cwd: clone, env, detached: true, stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = new Promise<never>((_, fail) => child.on('exit', (code) => fail(new Error(`npm start ended (${code})`))))
  ended.catch(() => {})
  await Promise.race([firstPage(port), ended])
  return { seconds: secondsSince(began), stop: () => stop(child.pid ?? 0, ended) }
}

async function stop(pid: number, ended: Promise<never>): Promise<number> {
  const began = Date.now()
  // As Ctrl-C does: the whole group of the terminal hears it.
  process.kill(-pid, 'SIGINT')
  await ended.catch(() => {})
  for (;;) {
    try {
      process.kill(-pid, 0)
    } catch {
      return secondsSince(began)
    }
    await new Promise((done) => setTimeout(done, 20))
  }
}

async function firstPage(port: number): Promise<void> {
  for (;;) {
    const admin = await get(port, `admin.localhost:${port}`, '/store/aurora/apps/encore')
    const frame = /<iframe[^>]*\bsrc="([^"]+)"/.exec(admin.body)?.[1]?.replaceAll('&amp;', '&')
    if (frame) {
      const { pathname, search, host } = new URL(frame, `http://admin.localhost:${port}`)
      if ((await get(port, host, pathname + search)).status === 200) return
    }
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** By hand, because fetch may not choose its Host. */
function get(port: number, host: string, path: string): Promise<{ status: number; body: string }> {
  return new Promise((done) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host, 'user-agent': 'Mozilla/5.0 Chrome/150.0.0.0' } }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (chunk: string) => (body += chunk))
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body }))
    })
    asked.on('error', () => done({ status: 0, body: '' }))
    asked.end()
  })
}

const secondsSince = (began: number) => Math.round((Date.now() - began) / 100) / 10
