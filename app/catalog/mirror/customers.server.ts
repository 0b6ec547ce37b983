import type { ShopifyId } from '../../values/ids.ts'
import { later, SECONDS } from '../../values/time.ts'
import { holdForgetting } from '../../platform/shopify/forgetting.server.ts'
import { shopifyNow } from '../../platform/shopify/time.server.ts'
import type { Tx } from '../../platform/db.server.ts'
import type { CustomerRow, Instant } from './records.ts'
import { changeTags } from './tags.ts'
import type { TagChange, Tags } from './tags.ts'

/**
 * Whole customers as read from the Admin API. Count, spend and tags have times of their own, for their webhooks carry
 * nothing else; changes of tags heard after the reading began are applied on top of it. Answers how many told anything new.
 */
export async function writeCustomers(tx: Tx, shop: string, rows: readonly CustomerRow[]): Promise<number> {
  if (rows.length === 0) return 0
  const sorted = rows.map((row) => ({ ...row, tags: [...row.tags].sort() }))
  const [counted] = await tx.$queryRaw<{ count: number }[]>`
    WITH input AS MATERIALIZED (
      SELECT DISTINCT ON (id) * FROM jsonb_to_recordset(${JSON.stringify(sorted)}::jsonb)
        AS i(id text, tags text[], "orderCount" int, spent bigint, locale text, consent text, "smsConsent" text, subscriber text, "updatedAt" timestamptz, "readAt" timestamptz)
    ), told AS (
      SELECT i.id FROM input i LEFT JOIN customer t ON t.shop = ${shop} AND t.id = i.id
      WHERE t.id IS NULL OR (t.deleted_at IS NULL AND i."readAt" >= greatest(t.read_at, t.summary_at, t.tags_at, t.consent_at, t.sms_consent_at)
        AND (t.tags, t.order_count, t.spent, t.locale, t.consent, t.sms_consent, t.subscriber)
          IS DISTINCT FROM (i.tags, i."orderCount", i.spent, i.locale, i.consent, i."smsConsent", i.subscriber))
    ), written AS (
      INSERT INTO customer AS t (shop, id, tags, order_count, spent, locale, consent, sms_consent, subscriber, updated_at, read_at, summary_at, tags_at, consent_at, sms_consent_at)
      SELECT ${shop}, id, tags, "orderCount", spent, locale, consent, "smsConsent", subscriber, "updatedAt", "readAt", "readAt", "readAt", "readAt", "readAt" FROM input ORDER BY id
      ON CONFLICT (shop, id) DO UPDATE SET
        locale = CASE WHEN excluded.read_at >= t.read_at THEN excluded.locale ELSE t.locale END,
        subscriber = CASE WHEN excluded.read_at >= t.read_at THEN excluded.subscriber ELSE t.subscriber END,
        consent = CASE WHEN excluded.consent_at >= t.consent_at THEN excluded.consent ELSE t.consent END,
        consent_at = greatest(excluded.consent_at, t.consent_at),
        sms_consent = CASE WHEN excluded.sms_consent_at >= t.sms_consent_at THEN excluded.sms_consent ELSE t.sms_consent END,
        sms_consent_at = greatest(excluded.sms_consent_at, t.sms_consent_at),
        updated_at = greatest(excluded.updated_at, t.updated_at),
        read_at = greatest(excluded.read_at, t.read_at),
        order_count = CASE WHEN excluded.summary_at >= t.summary_at THEN excluded.order_count ELSE t.order_count END,
        spent = CASE WHEN excluded.summary_at >= t.summary_at THEN excluded.spent ELSE t.spent END,
        summary_at = greatest(excluded.summary_at, t.summary_at),
        tags = CASE WHEN excluded.tags_at < t.tags_at THEN t.tags ELSE ARRAY(
          SELECT tag FROM unnest(excluded.tags) tag
          WHERE NOT EXISTS (SELECT FROM jsonb_each(t.tag_changes) c WHERE c.key = tag AND (c.value->>'at')::timestamptz > excluded.tags_at)
          UNION SELECT c.key FROM jsonb_each(t.tag_changes) c WHERE (c.value->>'on')::boolean AND (c.value->>'at')::timestamptz > excluded.tags_at
          ORDER BY 1) END,
        tag_changes = CASE WHEN excluded.tags_at < t.tags_at THEN t.tag_changes ELSE coalesce(
          (SELECT jsonb_object_agg(c.key, c.value) FROM jsonb_each(t.tag_changes) c WHERE (c.value->>'at')::timestamptz > excluded.tags_at), '{}') END,
        tags_at = greatest(excluded.tags_at, t.tags_at)
      WHERE t.deleted_at IS NULL
    ) SELECT count(*)::int AS count FROM told`
  return counted?.count ?? 0
}

export interface Summary {
  id: ShopifyId
  orderCount: number
  spent: number
  summaryAt: Instant
}

/** Answers whether the customer must be read, too. */
export async function writeSummary(tx: Tx, shop: string, { id, orderCount, spent, summaryAt }: Summary): Promise<boolean> {
  const mustRead = await ensureCustomer(tx, shop, id, summaryAt)
  await tx.$executeRaw`
    UPDATE customer SET order_count = ${orderCount}, spent = ${spent}, summary_at = ${summaryAt}::timestamptz
    WHERE shop = ${shop} AND id = ${id} AND deleted_at IS NULL AND summary_at <= ${summaryAt}::timestamptz`
  return mustRead
}

/** Answers whether the customer must be read, too. */
export async function writeConsent(
  tx: Tx,
  shop: string,
  { id, consent, consentAt }: { id: ShopifyId; consent: string; consentAt: Instant },
): Promise<boolean> {
  const mustRead = await ensureCustomer(tx, shop, id, consentAt)
  await tx.$executeRaw`
    UPDATE customer SET consent = ${consent}, consent_at = ${consentAt}::timestamptz
    WHERE shop = ${shop} AND id = ${id} AND deleted_at IS NULL AND consent_at <= ${consentAt}::timestamptz`
  return mustRead
}

/** The same of text messages. */
export async function writeSmsConsent(
  tx: Tx,
  shop: string,
  { id, consent, consentAt }: { id: ShopifyId; consent: string; consentAt: Instant },
): Promise<boolean> {
  const mustRead = await ensureCustomer(tx, shop, id, consentAt)
  await tx.$executeRaw`
    UPDATE customer SET sms_consent = ${consent}, sms_consent_at = ${consentAt}::timestamptz
    WHERE shop = ${shop} AND id = ${id} AND deleted_at IS NULL AND sms_consent_at <= ${consentAt}::timestamptz`
  return mustRead
}

/** Answers whether the customer must be read, too. */
export async function writeTagChange(tx: Tx, shop: string, id: ShopifyId, change: TagChange): Promise<boolean> {
  const mustRead = await ensureCustomer(tx, shop, id, change.at)
  const [known] = await tx.$queryRaw<{ tags: string[]; tagsAt: Date; tagChanges: Tags['tagChanges'] }[]>`
    SELECT tags, tags_at AS "tagsAt", tag_changes AS "tagChanges" FROM customer
    WHERE shop = ${shop} AND id = ${id} AND deleted_at IS NULL FOR UPDATE`
  if (!known) return false
  const { tags, tagChanges } = changeTags({ ...known, tagsAt: known.tagsAt.toISOString() }, change)
  await tx.customer.update({ where: { shop_id: { shop, id } }, data: { tags, tagChanges } })
  return mustRead
}

/** Answers whether she must be read: we hear of her for the first time, or our clock was put back since, and what seems older may be newer. */
async function ensureCustomer(tx: Tx, shop: string, id: ShopifyId, heardAt: Instant): Promise<boolean> {
  const made = await tx.$executeRaw`
    INSERT INTO customer (shop, id, updated_at, read_at) VALUES (${shop}, ${id}, 'epoch'::timestamptz, ${heardAt}::timestamptz) ON CONFLICT DO NOTHING`
  return made > 0 || (await isAhead(tx, shop, id))
}

const ANY_CLOCK = 5 * SECONDS // No two clocks are quite the same.

async function isAhead(tx: Tx, shop: string, id: ShopifyId): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM customer WHERE shop = ${shop} AND id = ${id} AND deleted_at IS NULL
      AND greatest(read_at, summary_at, tags_at, consent_at, sms_consent_at) > ${later(shopifyNow(), ANY_CLOCK)}::timestamptz`
  return rows.length > 0
}

export async function buryCustomers(tx: Tx, shop: string, ids: readonly ShopifyId[], at: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO customer AS t (shop, id, updated_at, deleted_at)
    SELECT DISTINCT ${shop}, id, 'epoch'::timestamptz, ${at}::timestamptz FROM unnest(${[...ids]}::text[]) id ORDER BY id
    ON CONFLICT (shop, id) DO UPDATE SET deleted_at = excluded.deleted_at, tags = '{}', tag_changes = '{}', locale = NULL, consent = NULL, sms_consent = NULL, subscriber = NULL WHERE t.deleted_at IS NULL`
}

/** Of these, those who are no longer there, or have asked to be forgotten; nobody else is forgotten before this transaction ends. */
export async function buriedOf(tx: Tx, shop: string, ids: readonly ShopifyId[]): Promise<ReadonlySet<ShopifyId>> {
  if (ids.length === 0) return new Set()
  await holdForgetting(tx, shop)
  const rows = await tx.customer.findMany({
    where: { shop, id: { in: [...new Set(ids)] }, deletedAt: { not: null } },
    select: { id: true },
  })
  return new Set(rows.map(({ id }) => id))
}
