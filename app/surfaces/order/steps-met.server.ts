import { pool } from '#app/platform/db.server.ts'
import type { StepMet } from './replay-steps.ts'

const MET = `
select e.placement_id as "placementId", e.step_id as "stepId", e.product_ids as "productIds", coalesce(x.lines, '[]') as lines
from placement_event e left join changeset x on x.shop = e.shop and x.placement_id = e.placement_id and x.step_id = e.step_id
where e.shop = $1 and e.placement_id = any($2::text[]) and e.kind = 'shown' order by e.at`

/** The steps that she was shown, by placement, the first one first. */
export async function readStepsMet(shop: string, placementIds: readonly string[]): Promise<ReadonlyMap<string, StepMet[]>> {
  const { rows } = await pool.query<StepMet & { placementId: string }>(MET, [shop, placementIds])
  return Map.groupBy(rows, ({ placementId }) => placementId)
}
