import { holdPostgres } from '../../bin/postgres.mjs'

/** One server for all test files, shared with whoever else runs something in this folder. */
export default async function setup() {
  if (process.env['TEST_POSTGRES_URL']) return undefined
  const held = await holdPostgres({ say: (line) => console.log(line) })
  process.env['TEST_POSTGRES_URL'] = held.url
  return () => held.release()
}
