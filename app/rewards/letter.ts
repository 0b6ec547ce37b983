import { z } from 'zod'
import type { Language } from '../values/languages.ts'
import type { Letter } from '../values/letter.ts'
import { LETTER_WORDS } from './letter-words.ts'

/** All that a mail around a code needs. */
export const CodeMail = z.object({
  code: z.string().nullable(), // null: store credit, which is in her account
  value: z.string(), // `10% off`, in her language
  until: z.string(), // its last day on the shop's clock, in her language
  shop: z.string(), // its name
  url: z.string(),
  gift: z.boolean().default(false), // the address puts it into her cart
  conditions: z.array(z.string()),
})
export type CodeMail = z.input<typeof CodeMail>

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder)

/** The code itself, or the one reminder that it waits. */
export const codeLetter =
  (kind: 'reward' | 'reward-reminder') =>
  (content: unknown, language: Language): Letter => {
    const mail = CodeMail.parse(content)
    const words = LETTER_WORDS[language]
    const say = (text: string) => fill(text, { value: mail.value, date: mail.until, shop: mail.shop })
    const isFirst = kind === 'reward'
    const { code } = mail
    const subject = say(code === null ? '{shop}: {value}' : isFirst ? words.subject : words.reminderSubject)
    const text = say(isFirst ? words.thanks : code === null ? words.creditReminder : words.reminder)
    const given: Letter['blocks'] =
      code === null
        ? [{ kind: 'text', text: `${words.credited}\n${say(words.until)}` }]
        : [{ kind: 'code', label: words.label, code, note: say(words.until) }]
    return {
      subject,
      preview: text,
      blocks: [
        { kind: 'heading', text: isFirst ? words.heading : subject },
        { kind: 'text', text },
        ...given,
        ...(mail.gift ? [{ kind: 'text', text: words.giftHow } as const] : []),
        { kind: 'button', label: mail.gift ? words.gift : say(words.shop), url: mail.url },
        { kind: 'note', text: [...(code === null ? [] : [words.once]), ...mail.conditions].join('\n') },
      ],
    }
  }
