import type { Language } from '../values/languages.ts'

/** What the mails around a code say. {value}: `10% off`; {date}: its last day; {shop}. */
export interface LetterWords {
  subject: string
  heading: string
  thanks: string
  label: string
  until: string
  once: string
  shop: string
  reminderSubject: string
  reminder: string
}

export const LETTER_WORDS: Record<Language, LetterWords> = {
  en: {
    subject: 'Your code from {shop}: {value}',
    heading: 'Thank you for your review',
    thanks: 'As promised, whatever you wrote: {value} on your next order.',
    label: 'Your code',
    until: 'Valid until {date}',
    once: 'It works once; capital or small letters do not matter.',
    shop: 'Go to {shop}',
    reminderSubject: 'Your code is valid until {date}',
    reminder: 'The code that you were given for your review has not been used yet: {value} on your next order.',
  },
  de: {
    subject: 'Ihr Code von {shop}: {value}',
    heading: 'Danke für Ihre Bewertung',
    thanks: 'Wie versprochen, egal was Sie geschrieben haben: {value} auf Ihre nächste Bestellung.',
    label: 'Ihr Code',
    until: 'Gültig bis {date}',
    once: 'Er gilt einmal; Groß- und Kleinschreibung ist egal.',
    shop: 'Zu {shop}',
    reminderSubject: 'Ihr Code gilt bis {date}',
    reminder: 'Den Code, den Sie für Ihre Bewertung bekommen haben, haben Sie noch nicht eingelöst: {value} auf Ihre nächste Bestellung.',
  },
  fr: {
    subject: 'Votre code {shop} : {value}',
    heading: 'Merci pour votre avis',
    thanks: 'Comme promis, quel que soit votre avis : {value} sur votre prochaine commande.',
    label: 'Votre code',
    until: 'Valable jusqu’au {date}',
    once: 'Il fonctionne une seule fois, en majuscules ou en minuscules.',
    shop: 'Aller sur {shop}',
    reminderSubject: 'Votre code est valable jusqu’au {date}',
    reminder: 'Le code reçu pour votre avis n’a pas encore été utilisé : {value} sur votre prochaine commande.',
  },
  es: {
    subject: 'Tu código de {shop}: {value}',
    heading: 'Gracias por tu opinión',
    thanks: 'Como prometimos, sea cual sea tu opinión: {value} en tu próximo pedido.',
    label: 'Tu código',
    until: 'Válido hasta el {date}',
    once: 'Funciona una sola vez, en mayúsculas o minúsculas.',
    shop: 'Ir a {shop}',
    reminderSubject: 'Tu código es válido hasta el {date}',
    reminder: 'Aún no has usado el código que recibiste por tu opinión: {value} en tu próximo pedido.',
  },
  it: {
    subject: 'Il tuo codice di {shop}: {value}',
    heading: 'Grazie per la tua recensione',
    thanks: 'Come promesso, qualunque cosa tu abbia scritto: {value} sul prossimo ordine.',
    label: 'Il tuo codice',
    until: 'Valido fino al {date}',
    once: 'Funziona una sola volta, in maiuscolo o minuscolo.',
    shop: 'Vai a {shop}',
    reminderSubject: 'Il tuo codice è valido fino al {date}',
    reminder: 'Non hai ancora usato il codice ricevuto per la tua recensione: {value} sul prossimo ordine.',
  },
  nl: {
    subject: 'Je code van {shop}: {value}',
    heading: 'Bedankt voor je review',
    thanks: 'Zoals beloofd, wat je ook schreef: {value} op je volgende bestelling.',
    label: 'Je code',
    until: 'Geldig tot en met {date}',
    once: 'De code werkt één keer; hoofdletters of kleine letters maken niet uit.',
    shop: 'Naar {shop}',
    reminderSubject: 'Je code is geldig tot en met {date}',
    reminder: 'De code die je voor je review kreeg, is nog niet gebruikt: {value} op je volgende bestelling.',
  },
  'pt-BR': {
    subject: 'Seu código da {shop}: {value}',
    heading: 'Obrigado pela sua avaliação',
    thanks: 'Como prometido, seja qual for a sua opinião: {value} no próximo pedido.',
    label: 'Seu código',
    until: 'Válido até {date}',
    once: 'Vale uma única vez, em maiúsculas ou minúsculas.',
    shop: 'Ir para {shop}',
    reminderSubject: 'Seu código é válido até {date}',
    reminder: 'O código que você recebeu pela avaliação ainda não foi usado: {value} no próximo pedido.',
  },
  ja: {
    subject: '{shop}のクーポンコード：{value}',
    heading: 'レビューをありがとうございます',
    thanks: 'お約束どおり、内容にかかわらず、次回のご注文で{value}になります。',
    label: 'クーポンコード',
    until: '{date}まで有効',
    once: '1回限り有効です。大文字と小文字の区別はありません。',
    shop: '{shop}へ',
    reminderSubject: 'クーポンコードは{date}まで有効です',
    reminder: 'レビューのお礼のコードがまだ使われていません。次回のご注文で{value}になります。',
  },
  he: {
    subject: 'הקוד שלך מ-{shop}: {value}',
    heading: 'תודה על הביקורת',
    thanks: 'כפי שהבטחנו, לא משנה מה כתבת: {value} על ההזמנה הבאה.',
    label: 'הקוד שלך',
    until: 'בתוקף עד {date}',
    once: 'הקוד תקף פעם אחת, באותיות גדולות או קטנות.',
    shop: 'אל {shop}',
    reminderSubject: 'הקוד שלך בתוקף עד {date}',
    reminder: 'הקוד שקיבלת על הביקורת עדיין לא נוצל: {value} על ההזמנה הבאה.',
  },
  ar: {
    subject: 'رمزك من {shop}: {value}',
    heading: 'شكرًا على تقييمك',
    thanks: 'كما وعدنا، مهما كان رأيك: {value} على طلبك القادم.',
    label: 'رمزك',
    until: 'صالح حتى {date}',
    once: 'يعمل مرة واحدة، بأحرف كبيرة أو صغيرة.',
    shop: 'إلى {shop}',
    reminderSubject: 'رمزك صالح حتى {date}',
    reminder: 'لم تستخدم بعد الرمز الذي حصلت عليه مقابل تقييمك: {value} على طلبك القادم.',
  },
  fa: {
    subject: 'کد شما از {shop}: {value}',
    heading: 'از نظر شما سپاسگزاریم',
    thanks: 'همان‌طور که قول دادیم، هرچه نوشته باشید: {value} برای سفارش بعدی.',
    label: 'کد شما',
    until: 'معتبر تا {date}',
    once: 'یک بار قابل استفاده است؛ بزرگی و کوچکی حروف مهم نیست.',
    shop: 'رفتن به {shop}',
    reminderSubject: 'کد شما تا {date} معتبر است',
    reminder: 'کدی که برای نظرتان گرفتید هنوز استفاده نشده است: {value} برای سفارش بعدی.',
  },
  ru: {
    subject: 'Ваш код от {shop}: {value}',
    heading: 'Спасибо за ваш отзыв',
    thanks: 'Как и обещали, что бы вы ни написали: {value} на следующий заказ.',
    label: 'Ваш код',
    until: 'Действует до {date}',
    once: 'Код действует один раз, заглавными или строчными буквами.',
    shop: 'Перейти в {shop}',
    reminderSubject: 'Ваш код действует до {date}',
    reminder: 'Код, полученный за отзыв, ещё не использован: {value} на следующий заказ.',
  },
}
