import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import type { OffersView } from './offers-view.ts'
import type { Side } from './priorities.ts'
import { LIST_WORDS as words } from './words.ts'

export type OnMove = (id: string, target: string, side: Side) => void

/** Moves take effect on the screen at once; those made while one is being saved are sent after it. */
export function useMoves({ rows: stored, above, below, from, found }: OffersView, busy: boolean, onMove: OnMove) {
  // What the server told since then is newer than what was moved on the screen.
  const [order, setOrder] = useState<{ of: typeof stored; ids: readonly string[] } | null>(null)
  const waiting = useRef<Parameters<OnMove>[]>([])
  const [announcement, announce] = useState('')
  useEffect(() => {
    const move = busy ? undefined : waiting.current.shift()
    if (move) onMove(...move)
  }, [busy, onMove])
  const rows = order?.of === stored ? order.ids.flatMap((id) => stored.find((row) => row.id === id) ?? []) : stored
  const place = (id: string) => rows.findIndex((row) => row.id === id)
  const put = (id: string, target: string, side: Side) => {
    const rest = rows.map((row) => row.id).filter((one) => one !== id)
    const at = rest.indexOf(target)
    if (at >= 0) rest.splice(side === 'before' ? at : at + 1, 0, id)
    setOrder({ of: stored, ids: rest })
    // Of one offer only the last move counts: it names the place where it ends.
    if (busy) waiting.current = [...waiting.current.filter(([other]) => other !== id), [id, target, side]]
    else onMove(id, target, side)
    const title = rows[place(id)]?.title ?? ''
    announce(at < 0 ? words.movedAway(title, side === 'before') : words.moved(title, from + rest.indexOf(id) + 1, found))
  }
  const step = (id: string, up: boolean) => {
    const at = place(id)
    const target = up ? (rows[at - 1]?.id ?? above) : (rows[at + 1]?.id ?? below)
    if (target) put(id, target, up ? 'before' : 'after')
    else announce(words.atTheEdge(rows[at]?.title ?? '', up))
  }
  return { rows, put, step, announcement }
}

interface HandleProps {
  id: string
  table: RefObject<HTMLTableElement>
  onDrop: (id: string, target: string, side: Side) => void
  onStep: (id: string, up: boolean) => void
}

const rowAt = (table: HTMLTableElement | null, y: number) =>
  [...(table?.tBodies[0]?.rows ?? [])].findLast((row) => row.getBoundingClientRect().top <= y) ?? table?.tBodies[0]?.rows[0]

const sideAt = (row: HTMLElement, y: number): Side => {
  const { top, height } = row.getBoundingClientRect()
  return y < top + height / 2 ? 'before' : 'after'
}

/** Dragged by pointer or finger, moved by arrow keys. A line shows where the offer would go. */
export function useHandle({ id, table, onDrop, onStep }: HandleProps) {
  const over = useRef<HTMLElement | null>(null)
  const unmark = () => over.current?.removeAttribute('data-drop')
  const end = (event: PointerEvent<HTMLElement>) => {
    const side = over.current?.dataset['drop']
    const target = over.current?.dataset['id']
    unmark()
    over.current = null
    event.currentTarget.closest('tr')?.removeAttribute('data-dragged')
    if (event.type === 'pointerup' && target && target !== id && side) onDrop(id, target, side as Side)
  }
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      event.currentTarget.closest('tr')?.setAttribute('data-dragged', '')
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
      const row = rowAt(table.current, event.clientY)
      if (!row) return
      unmark()
      over.current = row
      row.dataset['drop'] = sideAt(row, event.clientY)
    },
    onPointerUp: end,
    onPointerCancel: end,
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
      event.preventDefault()
      onStep(id, event.key === 'ArrowUp')
    },
  }
}
