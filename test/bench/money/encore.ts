import { CLIENT_ID, CLIENT_SECRET } from '../../simulator/settings.ts'

export type Encore = Awaited<ReturnType<typeof openEncore>>

const PATIENCE = 60_000 // no shopper waits here, and two cores do everything

/** Encore's own modules on a database of their own: what decides, signs, receives and counts is what runs in production. */
export async function openEncore(databaseUrl: string) {
  Object.assign(process.env, {
    DATABASE_URL: databaseUrl,
    SHOPIFY_API_KEY: CLIENT_ID,
    SHOPIFY_API_SECRET: CLIENT_SECRET,
    SHOPIFY_APP_URL: 'https://encore.test',
    LOG_LEVEL: 'error',
  })
  const { topics, reactions, catalogReads } = await import('#app/wiring.server.ts')
  const { createSurfaces } = await import('#app/surfaces/surfaces.server.ts')
  const { parseExactly } = await import('#app/platform/inbox.ts')
  const { db, pool, closeDatabase } = await import('#app/platform/db.server.ts')
  const { stopListening } = await import('#app/platform/notify.server.ts')
  const { readClaims } = await import('#app/surfaces/decide/purchase.ts')
  const { OfferDefinition } = await import('#app/offers/offer.ts')
  const { createOffer } = await import('#app/offers/offers.server.ts')
  const { saveSettings } = await import('#app/surfaces/settings/settings.server.ts')
  const { readReport } = await import('#app/analytics/totals.server.ts')
  const figures = await import('#app/analytics/figures.ts')
  const close = async () => {
    await stopListening()
    await closeDatabase()
  }
  const countOrder = reactions['order.changed']['attributeOrder']
  if (!countOrder) throw new Error('Nobody counts orders')
  const surfaces = createSurfaces(catalogReads, { limitMs: PATIENCE })
  return {
    topics,
    countOrder,
    surfaces,
    parseExactly,
    db,
    pool,
    readClaims,
    OfferDefinition,
    createOffer,
    saveSettings,
    readReport,
    figures,
    close,
  }
}
