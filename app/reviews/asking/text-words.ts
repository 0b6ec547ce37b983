import type { Language } from '../../values/languages.ts'

/** A request as a text message. `{shop}`, `{product}` and `{promise}` are placeholders; the link follows. Who sends it, and how to stop it, is said in each (TCPA). */
export interface TextWords {
  ask: string // one product
  askOfSeveral: string
  thanks: string // {promise}
  stop: string
}

export const TEXT_WORDS: Readonly<Record<Language, TextWords>> = {
  en: {
    ask: '{shop}: how do you find your {product}? Tell others what you honestly think, good or bad:',
    askOfSeveral: '{shop}: how do you find what you bought? Tell others what you honestly think, good or bad:',
    thanks: 'As a thank-you: {promise}.',
    stop: 'Reply STOP to end.',
  },
  de: {
    ask: '{shop}: Wie finden Sie {product}? Ihre ehrliche Meinung, ob Lob oder Kritik:',
    askOfSeveral: '{shop}: Wie finden Sie Ihren Einkauf? Ihre ehrliche Meinung, ob Lob oder Kritik:',
    thanks: 'Als Dankeschön: {promise}.',
    stop: 'Abbestellen: STOP antworten.',
  },
  fr: {
    ask: '{shop} : que pensez-vous de {product} ? Votre opinion sincère, quelle qu’elle soit :',
    askOfSeveral: '{shop} : que pensez-vous de vos achats ? Votre opinion sincère, quelle qu’elle soit :',
    thanks: 'Pour vous remercier : {promise}.',
    stop: 'Répondez STOP pour ne plus en recevoir.',
  },
  es: {
    ask: '{shop}: ¿qué le parece {product}? Su opinión sincera, sea cual sea:',
    askOfSeveral: '{shop}: ¿qué le parece su compra? Su opinión sincera, sea cual sea:',
    thanks: 'Como agradecimiento: {promise}.',
    stop: 'Responda STOP para no recibir más.',
  },
  it: {
    ask: '{shop}: come trova {product}? La Sua opinione sincera, qualunque sia:',
    askOfSeveral: '{shop}: come trova i Suoi acquisti? La Sua opinione sincera, qualunque sia:',
    thanks: 'Per ringraziarLa: {promise}.',
    stop: 'Risponda STOP per non riceverne più.',
  },
  nl: {
    ask: '{shop}: wat vindt u van {product}? Uw eerlijke mening, wat die ook is:',
    askOfSeveral: '{shop}: wat vindt u van uw aankoop? Uw eerlijke mening, wat die ook is:',
    thanks: 'Als dank: {promise}.',
    stop: 'Antwoord STOP om te stoppen.',
  },
  'pt-BR': {
    ask: '{shop}: o que você acha de {product}? Sua opinião sincera, seja qual for:',
    askOfSeveral: '{shop}: o que você acha da sua compra? Sua opinião sincera, seja qual for:',
    thanks: 'Como agradecimento: {promise}.',
    stop: 'Responda STOP para não receber mais.',
  },
  ja: {
    ask: '{shop}:「{product}」はいかがですか。率直なご感想をお聞かせください:',
    askOfSeveral: '{shop}:お買い上げの商品はいかがですか。率直なご感想をお聞かせください:',
    thanks: 'お礼:{promise}。',
    stop: '配信停止はSTOPと返信。',
  },
  he: {
    ask: '{shop}: מה דעתכם על {product}? הדעה הכנה שלכם, לטוב או לרע:',
    askOfSeveral: '{shop}: מה דעתכם על מה שקניתם? הדעה הכנה שלכם, לטוב או לרע:',
    thanks: 'כתודה: {promise}.',
    stop: 'להסרה השיבו STOP.',
  },
  ar: {
    ask: '{shop}: ما رأيك في {product}؟ رأيك الصادق أيًّا كان:',
    askOfSeveral: '{shop}: ما رأيك في ما اشتريته؟ رأيك الصادق أيًّا كان:',
    thanks: 'شكرًا لك: {promise}.',
    stop: 'للإيقاف أرسل STOP.',
  },
  fa: {
    ask: '{shop}: نظرتان درباره {product} چیست؟ نظر صادقانه شما، هرچه باشد:',
    askOfSeveral: '{shop}: نظرتان درباره خریدتان چیست؟ نظر صادقانه شما، هرچه باشد:',
    thanks: 'برای تشکر: {promise}.',
    stop: 'برای لغو، STOP بفرستید.',
  },
  ru: {
    ask: '{shop}: как вам {product}? Ваше честное мнение, каким бы оно ни было:',
    askOfSeveral: '{shop}: как вам ваша покупка? Ваше честное мнение, каким бы оно ни было:',
    thanks: 'В благодарность: {promise}.',
    stop: 'Ответьте STOP, чтобы отписаться.',
  },
}
