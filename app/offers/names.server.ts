import { pool } from '#app/platform/db.server.ts'

/** What an offer and its steps are called, archived ones too. */
export interface NamedOffer {
  id: string
  title: string
  steps: string[] // ids in their order
}

export async function listNames(shop: string): Promise<NamedOffer[]> {
  const { rows } = await pool.query<NamedOffer>(
    `select o.id, o.title, array(select step->>'id' from jsonb_array_elements(v.definition->'steps') step) as steps
     from offer o join offer_version v on v.shop = o.shop and v.offer_id = o.id and v.version = o.version where o.shop = $1`,
    [shop],
  )
  return rows
}
