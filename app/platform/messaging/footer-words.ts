import type { Language } from '../../values/languages.ts'

interface Footer {
  why(shop: string): string
  unsubscribe: string
}

/** What stands under every mail. */
export const FOOTERS: Readonly<Record<Language, Footer>> = {
  en: { why: (shop) => `You get this e-mail because you bought at ${shop}.`, unsubscribe: 'Unsubscribe' },
  de: { why: (shop) => `Sie erhalten diese E-Mail, weil Sie bei ${shop} eingekauft haben.`, unsubscribe: 'Abbestellen' },
  fr: { why: (shop) => `Vous recevez cet e-mail parce que vous avez acheté chez ${shop}.`, unsubscribe: 'Se désabonner' },
  es: { why: (shop) => `Recibe este correo porque compró en ${shop}.`, unsubscribe: 'Darse de baja' },
  it: { why: (shop) => `Riceve questa e-mail perché ha acquistato da ${shop}.`, unsubscribe: 'Annulla iscrizione' },
  nl: { why: (shop) => `U ontvangt deze e-mail omdat u bij ${shop} hebt gekocht.`, unsubscribe: 'Afmelden' },
  'pt-BR': { why: (shop) => `Você recebe este e-mail porque comprou na ${shop}.`, unsubscribe: 'Cancelar inscrição' },
  ja: { why: (shop) => `${shop}でご購入いただいたため、このメールをお送りしています。`, unsubscribe: '配信を停止する' },
  he: { why: (shop) => `קיבלתם את האימייל הזה כי קניתם ב-${shop}.`, unsubscribe: 'הסרה מרשימת התפוצה' },
  ar: { why: (shop) => `وصلتك هذه الرسالة لأنك اشتريت من ${shop}.`, unsubscribe: 'إلغاء الاشتراك' },
  fa: { why: (shop) => `این ایمیل را دریافت کرده‌اید چون از ${shop} خرید کرده‌اید.`, unsubscribe: 'لغو اشتراک' },
  ru: { why: (shop) => `Вы получили это письмо, потому что совершили покупку в магазине ${shop}.`, unsubscribe: 'Отписаться' },
}
