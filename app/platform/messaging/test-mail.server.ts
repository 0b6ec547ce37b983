import { createHash } from 'node:crypto'
import { now } from '../clock.server.ts'
import { transact } from '../db.server.ts'
import type { Language } from '../../values/languages.ts'
import { queueMessage } from './queue.server.ts'

/** What a merchant wants to see in her own mailbox. `key` is her button's; `form` what she would send as it stands there. */
export interface TestMail {
  key: string
  form: object
  language: Language
  to: string
}

/** Mailed once, however often the button is pressed before it is answered; what she changed meanwhile is another mail. */
export async function queueTest(shop: string, kind: string, { key, ...asked }: TestMail, content: object): Promise<void> {
  const digest = createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 22)
  const { language, to } = asked
  const about = { customerId: null, orderId: null, language, channel: 'email', weight: 'expected' } as const
  await transact((tx) => queueMessage(tx, { shop, key: `test:${key}:${digest}`, kind, to, content, sendAt: now(), ...about }))
}
