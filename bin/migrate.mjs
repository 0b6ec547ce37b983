// Applies prisma/migrations with the WASM twin of Prisma's schema engine: nothing to download, the same `_prisma_migrations` table.
// `node bin/migrate.mjs` applies; `node bin/migrate.mjs --regenerate` writes the first migration anew from the models.
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const MIGRATIONS = join(ROOT, 'prisma', 'migrations')
const FIRST = join(MIGRATIONS, '0001_init')
const FILTERS = { externalTables: [], externalEnums: [] }

/** Applies what is missing, the queue's own tables included. Returns the names of the migrations applied. */
export async function migrate(url) {
  const { appliedMigrationNames } = await withEngine(url, (engine) =>
    engine.applyMigrations({ migrationsList: migrationsList(), filters: FILTERS }),
  )
  const { Logger, runMigrations } = await import('graphile-worker')
  const silent = new Logger(() => () => {})
  await withPool(url, (pgPool) => runMigrations({ pgPool, logger: silent }))
  return appliedMigrationNames
}

/** What the database lacks, and what was rewritten since it was applied there: names of migrations. */
export async function migrationState(url) {
  const { history, editedMigrationNames } = await withEngine(url, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList: migrationsList(), optInToShadowDatabase: false, filters: FILTERS }),
  )
  return { pending: history?.unappliedMigrationNames ?? [], edited: editedMigrationNames }
}

/** The SQL that makes an empty database fit the models. */
export function initialSql(url) {
  return withEngine(url, async (engine) => {
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: modelFiles() },
      script: true,
      exitCode: null,
      shadowDatabaseUrl: null,
      filters: FILTERS,
    })
    return stdout
  })
}

/** Everything that decides what a migrated database looks like, for those who keep one as a template. */
export function migrationSources() {
  const queue = JSON.parse(fs.readFileSync(join(ROOT, 'node_modules', 'graphile-worker', 'package.json'), 'utf8')).version
  return [queue, ...migrationsList().migrationDirectories.map(({ path, migrationFile }) => `${path}\n${migrationFile.content.value}`)]
}

async function withEngine(url, work) {
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils')
  const { SchemaEngine } = await loadEngine()
  return withPool(url, async (pool) => {
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool))
    const engine = await SchemaEngine.new({ datamodels: modelFiles().map(({ path, content }) => [path, content]) }, () => {}, adapter)
    try {
      return await work(engine)
    } finally {
      engine.free()
    }
  })
}

async function withPool(url, work) {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ connectionString: url })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

let engine

function loadEngine() {
  engine ??= instantiateEngine()
  return engine
}

/** By hand, because Node imports .wasm as a module only from 24 on. */
async function instantiateEngine() {
  const folder = dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'))
  const glue = await import(pathToFileURL(join(folder, 'schema_engine_bg.js')).href)
  const module = await WebAssembly.compile(fs.readFileSync(join(folder, 'schema_engine_bg.wasm')))
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(exports)
  exports.__wbindgen_start()
  return glue
}

function modelFiles() {
  const folder = join(ROOT, 'prisma')
  const names = fs.readdirSync(folder, { recursive: true }).map(String)
  return names
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: join(folder, name), content: fs.readFileSync(join(folder, name), 'utf8') }))
}

function migrationsList() {
  const lock = join(MIGRATIONS, 'migration_lock.toml')
  const folders = fs.readdirSync(MIGRATIONS, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return {
    baseDir: MIGRATIONS,
    lockfile: { path: 'migration_lock.toml', content: fs.existsSync(lock) ? fs.readFileSync(lock, 'utf8') : null },
    shadowDbInitScript: '',
    migrationDirectories: folders
      .map(({ name }) => name)
      .sort()
      .map((name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: { tag: 'ok', value: fs.readFileSync(join(MIGRATIONS, name, 'migration.sql'), 'utf8') },
        },
      })),
  }
}

/** Until the first release there is one migration: the models' own SQL, then what a Prisma model cannot say (extras.sql). */
async function regenerate(url) {
  const extras = fs.readFileSync(join(ROOT, 'prisma', 'extras.sql'), 'utf8')
  fs.mkdirSync(FIRST, { recursive: true })
  fs.writeFileSync(join(FIRST, 'migration.sql'), `${await initialSql(url)}\n${extras}`)
  fs.writeFileSync(join(MIGRATIONS, 'migration_lock.toml'), 'provider = "postgresql"\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { holdPostgres } = await import('./postgres.mjs')
  const held = process.env.DATABASE_URL ? undefined : await holdPostgres()
  const url = process.env.DATABASE_URL ?? held.url
  if (process.argv.includes('--regenerate')) await regenerate(url)
  else console.log((await migrate(url)).map((name) => `applied ${name}`).join('\n') || 'nothing to apply')
  await held?.release()
  // The engine leaves the timer of its advisory lock behind, ten seconds long.
  process.exit()
}
