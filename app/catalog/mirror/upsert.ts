import type { Table } from './tables.ts'

/** What no record can take back is nothing new to hear again. */
const SETTLED_APART = [
  'updatedAt',
  'readAt',
  'originalTotal',
  'originalAt',
  'presentmentTotal',
  'landingPage',
  'offerRef',
  'email',
  'phone',
  'firstName',
  'lineIds',
  'byPlan',
  'deliveredAt',
]

export const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const newer = (stamps: readonly string[], incoming: string): string =>
  `(${stamps.map((name) => `${incoming}.${snake(name)}`).join(', ')}) >= (${stamps.map((name) => `t.${snake(name)}`).join(', ')})`

/**
 * One statement that writes any number of rows and answers with the keys of those that were taken and whether they
 * told anything new. Parameters: the shop, the rows as JSON.
 */
export function upsertSql(table: Table): string {
  const names = Object.keys(table.columns)
  const key = table.key.map(snake)
  const content = names.filter((name) => !table.key.includes(name) && !SETTLED_APART.includes(name))
  const guard = [table.stamps?.length ? newer(table.stamps, 'excluded') : null, table.only].filter(Boolean).join(' AND ') || 'true'
  const assignments = names
    .filter((name) => !table.key.includes(name))
    .map((name) => `${snake(name)} = ${table.set?.[name] ?? `excluded.${snake(name)}`}`)
  const list = (alias: string, columns: readonly string[]) => columns.map((name) => `${alias}.${snake(name)}`).join(', ')
  const same = table.key.map((name) => `t.${snake(name)} = excluded.${snake(name)}`).join(' AND ')
  const differs = content.length ? `(${list('t', content)}) IS DISTINCT FROM (${list('excluded', content)})` : 'false'
  const conflict = table.stamps ? `DO UPDATE SET ${assignments.join(', ')} WHERE ${guard}` : 'DO NOTHING'
  return `
    WITH excluded AS MATERIALIZED (
      SELECT ${names.map((name) => `"${name}" AS ${snake(name)}`).join(', ')}
      FROM jsonb_to_recordset($2::jsonb) AS i(${names.map((name) => `"${name}" ${table.columns[name]}`).join(', ')})
    ), told AS MATERIALIZED (
      SELECT ${list('excluded', table.key)}, t.shop IS NOT NULL AS known
      FROM excluded LEFT JOIN "${table.name}" t ON t.shop = $1 AND ${same}
      WHERE t.shop IS NULL OR (${guard} AND ${differs})
    ), written AS (
      INSERT INTO "${table.name}" AS t (shop, ${names.map(snake).join(', ')})
      SELECT $1, ${list('excluded', names)} FROM excluded ORDER BY ${key.join(', ')}
      ON CONFLICT (shop, ${key.join(', ')}) ${conflict}
      RETURNING ${table.key.map((name) => `t.${snake(name)}`).join(', ')}
    )
    SELECT ${table.key.map((name) => `w.${snake(name)} AS "${name}"`).join(', ')}, told.${key[0]} IS NOT NULL AS "isNew", coalesce(told.known, true) AS "wasKnown"
    FROM written w LEFT JOIN told USING (${key.join(', ')})`
}
