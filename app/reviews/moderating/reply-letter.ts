import { z } from 'zod'
import type { Language } from '#app/values/languages.ts'
import type { Letter } from '#app/values/letter.ts'

const Content = z.object({ text: z.string(), wrote: z.string() })

const SAID: Record<Language, { subject: string; wrote: string }> = {
  en: { subject: 'A reply to your review', wrote: 'You wrote:' },
  de: { subject: 'Eine Antwort auf Ihre Bewertung', wrote: 'Sie schrieben:' },
  fr: { subject: 'Une réponse à votre avis', wrote: 'Vous avez écrit :' },
  es: { subject: 'Una respuesta a tu reseña', wrote: 'Escribiste:' },
  it: { subject: 'Una risposta alla tua recensione', wrote: 'Hai scritto:' },
  nl: { subject: 'Een antwoord op je beoordeling', wrote: 'Je schreef:' },
  'pt-BR': { subject: 'Uma resposta à sua avaliação', wrote: 'Você escreveu:' },
  ja: { subject: 'レビューへの返信', wrote: 'お寄せいただいた内容:' },
  he: { subject: 'תשובה לביקורת שלך', wrote: 'כתבת:' },
  ar: { subject: 'رد على تقييمك', wrote: 'كتبتَ:' },
  fa: { subject: 'پاسخی به نظر شما', wrote: 'نوشته بودید:' },
  ru: { subject: 'Ответ на ваш отзыв', wrote: 'Вы написали:' },
}

/** What a merchant answers to her alone. */
export function replyLetter(content: unknown, language: Language): Letter {
  const { text, wrote } = Content.parse(content)
  const said = SAID[language]
  return {
    subject: said.subject,
    preview: text.slice(0, 90),
    blocks: [
      { kind: 'heading', text: said.subject },
      { kind: 'text', text },
      { kind: 'note', text: `${said.wrote} ${wrote}` },
    ],
  }
}
