import type { Surface } from './surface.ts'

/** Why a place shows no offer at all, as the shop stands: its switch is off, or the block was never seen on its page. */
export type Shut = 'off' | 'not-placed'
export type ShutPlaces = Partial<Record<Surface, Shut>>

export interface ShutPlace {
  surface: Surface
  because: Shut
  settings: string // where the merchant opens it
}

/** Those of an offer's places that are shut, and whether it has no other. */
export function shutAmong(shownOn: readonly Surface[], shut: ShutPlaces): { places: ShutPlace[]; all: boolean } {
  const places = shownOn.flatMap((surface): ShutPlace[] => {
    const because = shut[surface]
    return because ? [{ surface, because, settings: surface === 'email' ? '/automations/missed-offer' : '/settings/blocks' }] : []
  })
  return { places, all: places.length > 0 && places.length === shownOn.length }
}
