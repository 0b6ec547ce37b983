// Production: `npm run serve -- web|worker|both`, and `npm run serve -- migrate` once per release. No simulator, no embedded database.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './program.mjs'
import { say } from './say.mjs'

const ROLES = ['web', 'worker', 'both']

export async function serve([role = 'both']) {
  process.env.NODE_ENV ??= 'production'
  if (role !== 'migrate' && !ROLES.includes(role)) throw new Error(`Serve what? ${ROLES.join(', ')} or migrate, not ${role}`)
  const { parseDatabase, parseEnvironment } = await import('../app/platform/env.server.ts')
  const { DATABASE_URL } = role === 'migrate' ? parseDatabase(process.env) : parseEnvironment(process.env)
  const { mustReach } = await import('./databases.mjs')
  await mustReach(DATABASE_URL)
  const { migrate, migrationState } = await import('./migrate.mjs')
  if (role === 'migrate') {
    const applied = await migrate(DATABASE_URL)
    say(applied.length > 0 ? `Migrations applied: ${applied.join(', ')}` : 'Nothing to migrate')
    process.exit(0)
  }
  const { pending } = await migrationState(DATABASE_URL)
  if (pending.length > 0) throw new Error(`The database lacks migrations (${pending.join(', ')}): run npm run serve -- migrate once`)
  if (role !== 'worker' && !existsSync(join(ROOT, 'build', 'server', 'index.js')))
    throw new Error('Nothing is built yet: run npm run build first')
  process.argv[2] = role
  await import('./app.mjs')
  return undefined
}
