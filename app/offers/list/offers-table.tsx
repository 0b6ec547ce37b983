import { Icon, Link, Text } from '@shopify/polaris'
import { DragHandleIcon } from '@shopify/polaris-icons'
import { memo, useCallback, useLayoutEffect, useRef, type RefObject } from 'react'
import { formatMoney } from '#app/values/money.ts'
import { SURFACE_WORDS } from '../surface-words.ts'
import { OfferBadge } from './offer-badge.tsx'
import { useHandle } from './offers-moves.tsx'
import type { OfferRow } from './offers-view.ts'
import type { Side } from './priorities.ts'
import { LIST_WORDS as words } from './words.ts'

interface OffersTableProps {
  rows: readonly OfferRow[]
  selected: ReadonlySet<string>
  copies: readonly string[]
  movable: boolean
  onSelect: (ids: readonly string[], chosen: boolean) => void
  onDrop: (id: string, target: string, side: Side) => void
  onStep: (id: string, up: boolean) => void
}

/** A plain table: Polaris's own redraws all its rows for one that is selected, which a slow machine takes a fifth of a second for. */
export function OffersTable({ rows, selected, copies, movable, onSelect, onDrop, onStep }: OffersTableProps) {
  const table = useRef<HTMLTableElement>(null)
  const moves = useStable({ onDrop, onStep })
  const all = rows.every(({ id }) => selected.has(id))
  const { headings } = words
  return (
    <table className="offers list" ref={table}>
      <thead>
        <tr>
          <th scope="col" className="tools">
            <Tick
              label={words.selectAll}
              checked={all}
              some={!all && selected.size > 0}
              onChange={(on) =>
                onSelect(
                  rows.map(({ id }) => id),
                  on,
                )
              }
            />
          </th>
          <th scope="col">{headings.offer}</th>
          <th scope="col">{headings.status}</th>
          {[headings.priority, headings.shown, headings.accepted, headings.revenue].map((name) => (
            <th scope="col" key={name} className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.id}
            data-id={row.id}
            data-selected={selected.has(row.id) || undefined}
            data-copy={copies.includes(row.id) || undefined}
          >
            <td className="tools">
              {movable ? <Handle id={row.id} title={row.title} table={table} moves={moves} /> : null}
              <Tick label={words.select(row.title)} checked={selected.has(row.id)} onChange={(on) => onSelect([row.id], on)} />
            </td>
            <Cells row={row} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type Moves = RefObject<Pick<OffersTableProps, 'onDrop' | 'onStep'>>

/** The newest functions behind one reference, so that a handle needs no redraw to call them. */
function useStable(moves: Pick<OffersTableProps, 'onDrop' | 'onStep'>): Moves {
  const held = useRef(moves)
  useLayoutEffect(() => void (held.current = moves))
  return held
}

interface TickProps {
  label: string
  checked: boolean
  some?: boolean
  onChange: (on: boolean) => void
}

function Tick({ label, checked, some = false, onChange }: TickProps) {
  const mark = useCallback((box: HTMLInputElement | null) => void (box && (box.indeterminate = some)), [some])
  return (
    <label className="tick">
      <input type="checkbox" ref={mark} checked={checked} aria-label={label} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  )
}

interface HandleProps {
  id: string
  title: string
  table: RefObject<HTMLTableElement>
  moves: Moves
}

const Handle = memo(({ id, title, table, moves }: HandleProps) => {
  const handle = useHandle({
    id,
    table,
    onDrop: (...drop) => moves.current?.onDrop(...drop),
    onStep: (...step) => moves.current?.onStep(...step),
  })
  return (
    <button type="button" className="drag" aria-label={words.move(title)} aria-describedby="move-hint" {...handle}>
      <Icon source={DragHandleIcon} />
    </button>
  )
})

/** What is left of the offer's limits, and since when nothing is. */
const Limits = ({ stopped, total, budget }: OfferRow['limits']) =>
  [stopped, total?.text, budget?.text].map((text, index) =>
    text ? (
      <Text key={index} as="p" variant="bodySm" tone={index === 0 ? 'caution' : 'subdued'}>
        {text}
      </Text>
    ) : null,
  )

const Shut = ({ places: [first] }: { places: OfferRow['shut'] }) =>
  first ? (
    <Text as="p" variant="bodySm" tone="caution">
      {SURFACE_WORDS.allShutShort}.{' '}
      <Link url={first.settings} accessibilityLabel={SURFACE_WORDS.openLabel(first)}>
        {SURFACE_WORDS.open[first.because]}
      </Link>
    </Text>
  ) : null

const Cells = memo(({ row }: { row: OfferRow }) => {
  const { title, badge, priority, visits, acceptedVisits, revenue } = row
  const rate = visits > 0 ? ` (${Math.round((100 * acceptedVisits) / visits)} %)` : ''
  const [shown, accepted, earned] = [visits.toLocaleString('en'), acceptedVisits.toLocaleString('en'), formatMoney(revenue, 'en')]
  return (
    <>
      <td>
        <Link url={`/offers/${row.id}`} dataPrimaryLink monochrome removeUnderline>
          <Text as="span" fontWeight="semibold" breakWord>
            {title}
          </Text>
        </Link>
        {row.places ? (
          <Text as="p" variant="bodySm" tone="subdued">
            {row.places}
          </Text>
        ) : null}
        {row.tested === null ? null : (
          <Text as="p" variant="bodySm">
            <Link url={`/offers/${row.id}/experiment`} accessibilityLabel={words.openTest(title)}>
              {words.tested(row.tested)}
            </Link>
          </Text>
        )}
        <Shut places={row.shut} />
        <Limits {...row.limits} />
        <div className="only-narrow">
          <OfferBadge badge={badge} />
          <Text as="span" variant="bodySm" tone="subdued">
            {words.acceptedOf(accepted, shown, earned)}
          </Text>
        </div>
      </td>
      <td>
        <OfferBadge badge={badge} />
      </td>
      {[priority.toLocaleString('en'), shown, `${accepted}${rate}`, earned].map((value, index) => (
        <td key={index} className="number">
          {value}
        </td>
      ))}
    </>
  )
})
