import { now } from '../platform/clock.server.ts'
import { db, pool } from '../platform/db.server.ts'
import { languageOf } from '../values/languages.ts'
import { codeLink } from './code-link.ts'
import { creditLeftOf } from './credit-left.ts'
import { LETTER_WORDS } from './letter-words.ts'
import { conditionsOf, readValue, valueOf } from './now.server.ts'

const MOST = 5

const UNUSED = `
select r.key from reward r
where r.shop = $1 and r.customer_id = $2 and r.state = 'issued' and r.expires_at > $3
  and case when r.code is null then r.credit_id is not null and coalesce(r.credit_left, 1) > 0
    else not exists (select from redemption x where x.shop = r.shop and x.reward_key = r.key) end
order by r.expires_at limit ${MOST}`

/** What a customer has earned and not used yet, the soonest to end first; store credit while there is some left. Only for her own eyes. */
export async function readOwnCodes(shop: string, customerId: string, language: string) {
  const { rows } = await pool.query<{ key: string }>({ name: 'own-codes', text: UNUSED, values: [shop, customerId, now()] })
  const rewards = await db.reward.findMany({ where: { shop, key: { in: rows.map(({ key }) => key) } }, orderBy: { expiresAt: 'asc' } })
  return Promise.all(
    rewards.map(async (earned) => {
      const reward = { ...earned, language }
      const { credited, gift: label } = LETTER_WORDS[languageOf(language)]
      const { code } = reward
      const given = code === null ? null : await readValue(reward)
      return {
        code,
        notes: code === null ? [credited] : await conditionsOf(reward),
        value: await valueOf(reward, given ?? creditLeftOf(reward)),
        expiresAt: reward.expiresAt ?? now(),
        ...(code && given?.kind === 'gift' ? { gift: { label, url: codeLink(shop, code, given) } } : {}),
      }
    }),
  )
}
