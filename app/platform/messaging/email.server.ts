import { createHash } from 'node:crypto'
import nodemailer from 'nodemailer'
import type { Transporter } from 'nodemailer'
import { environment } from '../env.server.ts'
import type { Rendered } from './frame.server.ts'
import type { Look } from '../../values/manners.ts'

export interface Mail extends Rendered {
  messageId: string
  to: string
  shopName: string
  look: Look
  unsubscribeUrl: string
}

/** What the carrier said. `refused`: this address takes no message, now or later; `stopped`: because its owner said so to the carrier. */
export type Carried = { sent: true } | { sent: false; refused: boolean; stopped?: boolean; reason: string }

let transport: Transporter | undefined

/** Null: this Encore has no carrier; its mails wait. */
export function mailCarrier(): { domain: string; address: string } | null {
  const { SMTP_URL, MAIL_FROM } = environment()
  if (!SMTP_URL || !MAIL_FROM) return null
  return { address: MAIL_FROM, domain: MAIL_FROM.split('@')[1] ?? '' }
}

/** The same for every try of a message: whoever has it already recognises the second one. */
export const messageIdOf = (shop: string, key: string, domain: string): string =>
  `<${createHash('sha256').update(`${shop} ${key}`).digest('hex').slice(0, 40)}@${domain}>`

/** Throws what is worth another try. */
export async function sendMail(mail: Mail): Promise<Carried> {
  const { SMTP_URL = '', MAIL_FROM = '' } = environment()
  transport ??= nodemailer.createTransport(SMTP_URL, { disableFileAccess: true, disableUrlAccess: true } as object)
  try {
    await transport.sendMail({
      messageId: mail.messageId,
      from: { name: mail.look.senderName || mail.shopName, address: MAIL_FROM },
      to: mail.to,
      ...(mail.look.replyTo ? { replyTo: mail.look.replyTo } : {}),
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: {
        // RFC 8058: a mail program unsubscribes by one POST, without a page.
        'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    })
    return { sent: true }
  } catch (error) {
    const { responseCode = 0, command = '', message } = error as { responseCode?: number; command?: string; message: string }
    if (responseCode < 500) throw error
    // Of all permanent refusals only those of the address say something about the address.
    return { sent: false, refused: command === 'RCPT TO', reason: message.slice(0, 300) }
  }
}
