import { createHash } from 'node:crypto'
import { holdPostgres, createDatabase, dropDatabase, withClient } from '../../bin/postgres.mjs'
import { migrate, migrationSources } from '../../bin/migrate.mjs'

export type TestDatabase = { url: string; drop(): Promise<void> }

/** A database of its own with the app's tables and the queue's, cloned from a template that is made anew when a migration changes. */
export async function freshDatabase(name: string): Promise<TestDatabase> {
  return make(name, await template())
}

/** A database with nothing in it, as the simulator wants one. */
export async function emptyDatabase(name: string): Promise<TestDatabase> {
  return make(name, 'template0')
}

let counter = 0

async function make(name: string, from: string): Promise<TestDatabase> {
  const readable = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .slice(0, 40)
  const unique = `${readable}_${process.pid}_${(counter += 1)}`
  const server = await testServer()
  await createDatabase(server, unique, from)
  // A test that loses its last millisecond to a power cut loses nothing: it does not wait for the disk.
  await withClient(server, (client) => client.query(`ALTER DATABASE "${unique}" SET synchronous_commit = off`))
  return { url: databaseUrl(server, unique), drop: () => dropDatabase(server, unique) }
}

let made: Promise<string> | undefined

function template() {
  made ??= makeTemplate()
  return made
}

async function makeTemplate() {
  const server = await testServer()
  const name = `encore_template_${createHash('sha256').update(migrationSources().join('\n')).digest('hex').slice(0, 12)}`
  // Two test files may come here together: the lock lets one migrate while the other waits.
  await withClient(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(7433)')
    const { rows } = await client.query('SELECT datistemplate FROM pg_database WHERE datname = $1', [name])
    if (rows[0]?.datistemplate === true) return
    await dropDatabase(server, name)
    await createDatabase(server, name)
    await migrate(databaseUrl(server, name))
    await client.query(`ALTER DATABASE "${name}" WITH IS_TEMPLATE true`)
  })
  return name
}

function databaseUrl(server: string, name: string) {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

let joined: Promise<string> | undefined

/** vitest's global setup says where the server is; a program run by hand starts or joins it itself, once. */
async function testServer(): Promise<string> {
  return process.env['TEST_POSTGRES_URL'] ?? (joined ??= joinServer())
}

async function joinServer(): Promise<string> {
  const held = await holdPostgres()
  process.once('beforeExit', () => void held.release())
  return held.url
}
