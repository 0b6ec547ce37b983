import type { Paged } from '../values/listed.ts'

const PAGE = 25

/** One page of what `find` finds, which reads one row more than is shown; of a page that is none, the first. */
export async function onePage<Row>(
  page: number,
  find: (part: { skip: number; take: number }) => Promise<Row[]>,
): Promise<Paged & { rows: Row[] }> {
  const found = await find({ skip: (page - 1) * PAGE, take: PAGE + 1 })
  if (found.length === 0 && page > 1) return onePage(1, find)
  return { rows: found.slice(0, PAGE), page, more: found.length > PAGE }
}
