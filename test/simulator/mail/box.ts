import PostalMime from 'postal-mime'
import type { Simulator } from '../simulator.ts'

/** One e-mail or text message that the app sent, as it arrived. */
export interface Arrived {
  id: number
  channel: 'email' | 'sms'
  address: string
  at: Date
  raw: string
}

export interface Mail {
  id: number
  channel: 'email' | 'sms'
  to: string
  from: string
  subject: string
  at: string
  headers: { name: string; value: string }[]
  html: string | null
  text: string | null
  bytes: number
  /** Only of a text message. */
  sid: string | null
  statusUrl: string | null
}

/** Keeps a mail in the box of each who gets it. Bytes are kept one to one (latin1): the mail's own encoding is its reader's affair. */
export async function keepMail({ store, clock }: Simulator, { raw, to }: { raw: Buffer; to: readonly string[] }): Promise<number> {
  const ids = await store.nextIds(to.length)
  for (const [index, address] of to.entries()) {
    await store.sql.query(INSERT, [ids[index], 'email', address.toLowerCase(), clock.now(), raw.toString('latin1')])
  }
  return ids[0] ?? 0
}

export interface Texted {
  to: string
  from: string
  body: string
  /** The carrier's name for it. */
  sid: string
  /** Where its sender wants to hear what became of it. */
  statusUrl: string | null
}

/** A text message, with who sent it. */
export async function keepText({ store, clock }: Simulator, { to, from, body, sid, statusUrl }: Texted): Promise<number> {
  const id = await store.nextId()
  await store.sql.query(INSERT, [id, 'sms', to, clock.now(), JSON.stringify({ from, body, sid, statusUrl })])
  return id
}

const INSERT = 'insert into mail (id, channel, address, at, raw) values ($1, $2, $3, $4, $5)'

export interface Box {
  address: string
  channel: 'email' | 'sms'
  count: number
  latest: Date
}

export const boxes = async ({ store }: Simulator): Promise<Box[]> =>
  (
    await store.sql.query<Box>(
      'select address, channel, count(*) as count, max(at) as latest from mail group by address, channel order by latest desc limit 200',
    )
  ).rows

/** Newest first. */
export async function mailsTo({ store }: Pick<Simulator, 'store'>, address: string | null, limit = 100): Promise<Mail[]> {
  const { rows } = await store.sql.query<Arrived>(
    'select id, channel, address, at, raw from mail where $1::text is null or address = $1 order by id desc limit $2',
    [address?.toLowerCase() ?? null, limit],
  )
  return Promise.all(rows.map(readMail))
}

export async function mailOf({ store }: Simulator, id: number): Promise<Mail | null> {
  const { rows } = await store.sql.query<Arrived>('select id, channel, address, at, raw from mail where id = $1', [id])
  return rows[0] ? readMail(rows[0]) : null
}

async function readMail({ id, channel, address, at, raw }: Arrived): Promise<Mail> {
  const known = { id, channel, to: address, at: at.toISOString() }
  if (channel === 'sms') {
    const {
      from,
      body,
      sid = null,
      statusUrl = null,
    } = JSON.parse(raw) as { from: string; body: string; sid?: string; statusUrl?: string | null }
    const size = Buffer.byteLength(body)
    return { ...known, from, subject: body.slice(0, 80), headers: [], html: null, text: body, bytes: size, sid, statusUrl }
  }
  const bytes = Buffer.from(raw, 'latin1')
  const mail = await PostalMime.parse(bytes)
  return {
    ...known,
    from: mail.from?.name ? `${mail.from.name} <${mail.from.address}>` : (mail.from?.address ?? ''),
    subject: mail.subject ?? '',
    headers: mail.headers.map(({ key, value, originalKey }) => ({ name: originalKey ?? key, value })),
    html: mail.html ?? null,
    text: mail.text ?? null,
    bytes: bytes.length,
    sid: null,
    statusUrl: null,
  }
}

export const headerOf = (mail: Mail, name: string): string | null =>
  mail.headers.find((header) => header.name.toLowerCase() === name.toLowerCase())?.value ?? null
