import type { Language } from '#app/values/languages.ts'

/** What the block says beside an offer: the prompt for a review, and her unused codes. */
export interface ThanksWords {
  reviewHeadline: string
  reviewText: string
  reviewButton: string
  codesHeadline: string
  until: string // {value}: 10% off; {date}: its last day
  copy: string
}

export const THANKS_WORDS: Record<Language, ThanksWords> = {
  en: {
    reviewHeadline: 'How do you like it?',
    reviewText: 'Your order has arrived. Tell other shoppers what you think of it, good or bad.',
    reviewButton: 'Write a review',
    codesHeadline: 'Your codes',
    until: '{value}, valid until {date}',
    copy: 'Copy the code',
  },
  de: {
    reviewHeadline: 'Wie gefällt es Ihnen?',
    reviewText: 'Ihre Bestellung ist angekommen. Sagen Sie anderen, was Sie davon halten, Gutes wie Schlechtes.',
    reviewButton: 'Bewertung schreiben',
    codesHeadline: 'Ihre Codes',
    until: '{value}, gültig bis {date}',
    copy: 'Code kopieren',
  },
  fr: {
    reviewHeadline: 'Qu’en pensez-vous ?',
    reviewText: 'Votre commande est arrivée. Dites aux autres ce que vous en pensez, en bien ou en mal.',
    reviewButton: 'Écrire un avis',
    codesHeadline: 'Vos codes',
    until: '{value}, valable jusqu’au {date}',
    copy: 'Copier le code',
  },
  es: {
    reviewHeadline: '¿Qué te parece?',
    reviewText: 'Tu pedido ha llegado. Cuenta a otros qué opinas, bueno o malo.',
    reviewButton: 'Escribir una opinión',
    codesHeadline: 'Tus códigos',
    until: '{value}, válido hasta el {date}',
    copy: 'Copiar el código',
  },
  it: {
    reviewHeadline: 'Come ti sembra?',
    reviewText: 'Il tuo ordine è arrivato. Di’ agli altri cosa ne pensi, nel bene e nel male.',
    reviewButton: 'Scrivi una recensione',
    codesHeadline: 'I tuoi codici',
    until: '{value}, valido fino al {date}',
    copy: 'Copia il codice',
  },
  nl: {
    reviewHeadline: 'Hoe bevalt het?',
    reviewText: 'Je bestelling is aangekomen. Vertel anderen wat je ervan vindt, goed of slecht.',
    reviewButton: 'Schrijf een review',
    codesHeadline: 'Je codes',
    until: '{value}, geldig tot en met {date}',
    copy: 'Code kopiëren',
  },
  'pt-BR': {
    reviewHeadline: 'O que você achou?',
    reviewText: 'Seu pedido chegou. Conte aos outros o que achou, bom ou ruim.',
    reviewButton: 'Escrever uma avaliação',
    codesHeadline: 'Seus códigos',
    until: '{value}, válido até {date}',
    copy: 'Copiar o código',
  },
  ja: {
    reviewHeadline: '商品はいかがでしたか？',
    reviewText: 'ご注文の商品が届きました。良い点も悪い点も、ご感想をお聞かせください。',
    reviewButton: 'レビューを書く',
    codesHeadline: 'お持ちのコード',
    until: '{value}（{date}まで有効）',
    copy: 'コードをコピー',
  },
  he: {
    reviewHeadline: 'איך המוצר?',
    reviewText: 'ההזמנה שלך הגיעה. אפשר לספר לאחרים מה דעתך, לטוב ולרע.',
    reviewButton: 'כתיבת חוות דעת',
    codesHeadline: 'הקודים שלך',
    until: '{value}, בתוקף עד {date}',
    copy: 'העתקת הקוד',
  },
  ar: {
    reviewHeadline: 'ما رأيك فيه؟',
    reviewText: 'وصل طلبك. أخبر الآخرين برأيك، سواء كان إيجابيًا أم سلبيًا.',
    reviewButton: 'اكتب تقييمًا',
    codesHeadline: 'رموزك',
    until: '{value}، صالح حتى {date}',
    copy: 'انسخ الرمز',
  },
  fa: {
    reviewHeadline: 'چطور بود؟',
    reviewText: 'سفارش شما رسیده است. نظرتان را، خوب یا بد، با دیگران در میان بگذارید.',
    reviewButton: 'نوشتن نظر',
    codesHeadline: 'کدهای شما',
    until: '{value}، معتبر تا {date}',
    copy: 'کپی کد',
  },
  ru: {
    reviewHeadline: 'Как вам покупка?',
    reviewText: 'Ваш заказ доставлен. Расскажите другим, что думаете, хорошее или плохое.',
    reviewButton: 'Написать отзыв',
    codesHeadline: 'Ваши коды',
    until: '{value}, действует до {date}',
    copy: 'Скопировать код',
  },
}
