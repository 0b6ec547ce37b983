// Where the data is: the server that DATABASE_URL names, or an embedded one under .data/.

/** `{ server, app, simulator, release() }`: two databases, migrated and made when missing. */
export async function openDatabases({ say }) {
  const { holdPostgres, dropDatabase, ensureDatabase } = await import('./postgres.mjs')
  const given = process.env.DATABASE_URL
  if (given) await mustReach(given)
  const held = given ? undefined : await holdPostgres({ say })
  const server = given ?? held.url
  const app = given ?? held.databaseUrl('encore')
  const simulator = beside(app)
  try {
    const ensure = () => Promise.all([app, simulator].filter((url) => url !== given).map((url) => ensureDatabase(server, databaseOf(url))))
    await ensure()
    if (!given && (await isOutdated(app))) {
      say('The tables were redesigned since the last start: beginning with empty databases')
      await Promise.all([app, simulator].map((url) => dropDatabase(server, databaseOf(url))))
      await ensure()
    }
    const { migrate } = await import('./migrate.mjs')
    const applied = await migrate(app)
    if (applied.length > 0) say(`Migrations applied: ${applied.join(', ')}`)
  } catch (error) {
    await held?.release()
    throw error
  }
  return { server, app, simulator, release: async () => held?.release() }
}

/** Before the first release the one migration is written anew, and what an older one made cannot be led on from there. */
async function isOutdated(url) {
  const { migrationState } = await import('./migrate.mjs')
  return (await migrationState(url)).edited.length > 0
}

/** Fails in words when nothing answers, without showing the password. */
export async function mustReach(url) {
  const { withClient } = await import('./postgres.mjs')
  try {
    await withClient(url, (client) => client.query('SELECT 1'))
  } catch (error) {
    throw new Error(`The database that DATABASE_URL names cannot be reached (${plainly(url)}): ${error.message || error.code}`, {
      cause: error,
    })
  }
}

function plainly(url) {
  if (!URL.canParse(url)) return 'it is not a URL'
  const { hostname, port, pathname } = new URL(url)
  return `${hostname}:${port || 5432}${pathname}`
}

const databaseOf = (url) => decodeURIComponent(new URL(url).pathname.slice(1))

function beside(url) {
  const other = new URL(url)
  other.pathname += '_simulator'
  return other.href
}
