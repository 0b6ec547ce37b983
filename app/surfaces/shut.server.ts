import type { ShutPlaces } from '#app/offers/shut.ts'
import { readSeen } from './block/seen.server.ts'
import { isOn } from './block/settings.ts'
import { BLOCK_SURFACES } from './contract.ts'
import { readBlockSettings } from './settings/settings.server.ts'

/** The places that show no offer as the shop stands; whether messages leave is told by who sends them. */
export async function readShutPlaces(shop: string, sends: Promise<boolean>): Promise<ShutPlaces> {
  const [settings, seen, sent] = await Promise.all([readBlockSettings(shop), readSeen(shop), sends])
  const shut: ShutPlaces = sent ? {} : { email: 'off' }
  for (const surface of BLOCK_SURFACES) {
    if (!isOn(settings, surface)) shut[surface] = 'off'
    else if (!seen[surface]) shut[surface] = 'not-placed'
  }
  return shut
}
