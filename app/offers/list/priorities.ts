export interface Ranked {
  id: string
  priority: number
}
export type Side = 'before' | 'after'

const GAP = 10
const HIGHEST = 1_000_000

/**
 * Which priorities change so that an offer is tried directly before or after another one. `offers` come in the order in which they are
 * tried. Where there is room between the new neighbours only the moved offer changes; otherwise all get numbers with room between them.
 */
export function movedOffer(offers: readonly Ranked[], id: string, target: string, side: Side): Ranked[] {
  const moved = offers.find((offer) => offer.id === id)
  const rest = offers.filter((offer) => offer !== moved)
  const at = rest.findIndex((offer) => offer.id === target)
  if (!moved || at < 0) return []
  const place = side === 'before' ? at : at + 1
  if (offers.indexOf(moved) === place) return []
  const between = roomBetween(rest[place - 1]?.priority, rest[place]?.priority)
  if (between !== null) return [{ id, priority: between }]
  const order = [...rest.slice(0, place), moved, ...rest.slice(place)]
  const gap = Math.max(1, Math.min(GAP, Math.floor(HIGHEST / order.length)))
  return order
    .map((offer, index) => ({ id: offer.id, priority: gap * (order.length - index), was: offer.priority }))
    .filter(({ priority, was }) => priority !== was)
    .map(({ id: changed, priority }) => ({ id: changed, priority }))
}

function roomBetween(above: number | undefined, below: number | undefined): number | null {
  if (above === undefined) return below === undefined || below + GAP > HIGHEST ? null : below + GAP
  if (below === undefined) return above > 0 ? Math.max(0, above - GAP) : null
  return above - below > 1 ? Math.floor((above + below) / 2) : null
}
