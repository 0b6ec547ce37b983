import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { initialSql } from '../bin/migrate.mjs'
import { emptyDatabase } from './support/postgres.ts'

const read = (path: string) => readFileSync(new URL(`../prisma/${path}`, import.meta.url), 'utf8')

test('the migration makes what the models say: node bin/migrate.mjs --regenerate', async () => {
  const database = await emptyDatabase('migrations')
  expect(read('migrations/0001_init/migration.sql')).toBe(`${await initialSql(database.url)}\n${read('extras.sql')}`)
  await database.drop()
})
