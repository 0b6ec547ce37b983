import { expect, test } from 'vitest'
import { withClient } from '../../bin/postgres.mjs'
import { emptyDatabase, freshDatabase } from './postgres.ts'

const tables = (url: string) =>
  withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name AS name FROM information_schema.tables WHERE table_schema IN ('public', 'graphile_worker')`,
    )
    return rows.map(({ name }) => name)
  })

test('a fresh database has the tables of the app and of its queue', async () => {
  const database = await freshDatabase('postgres_support')
  expect(await tables(database.url)).toEqual(
    expect.arrayContaining(['public.delivery', 'graphile_worker.migrations', 'public._prisma_migrations']),
  )
  await database.drop()
})

test('an empty database has none', async () => {
  const database = await emptyDatabase('postgres_support')
  expect(await tables(database.url)).toEqual([])
  await database.drop()
})
