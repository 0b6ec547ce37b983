import { expect, test } from 'vitest'
import { nightRows } from '#app/catalog/nights.ts'

const part = (run: string, kind: string, state: string, changed = 0) => ({
  run,
  kind,
  state,
  changed,
  finishedAt: state === 'done' ? new Date(`${run}T01:10:00Z`) : null,
})

test('each night says what it found, newest first', () => {
  const rows = nightRows(
    [
      part('2026-11-22', 'orders', 'running'),
      part('2026-11-22', 'products', 'done'),
      part('2026-11-21', 'orders', 'done', 1),
      part('2026-11-21', 'products', 'done', 1_200),
      part('2026-11-20', 'orders', 'done'),
      part('2026-11-19', 'orders', 'failed'),
      part('2026-11-19', 'products', 'done', 3),
    ],
    'Europe/Berlin',
  )
  expect(rows).toEqual([
    { night: '2026-11-22', state: 'running', found: 'Under way', finished: null },
    { night: '2026-11-21', state: 'done', found: 'Repaired: 1 order, 1,200 products', finished: '21 Nov 2026, 02:10' },
    { night: '2026-11-20', state: 'done', found: 'Nothing was lost', finished: '20 Nov 2026, 02:10' },
    { night: '2026-11-19', state: 'failed', found: 'Not finished: Encore goes on the next night.', finished: null },
  ])
})
