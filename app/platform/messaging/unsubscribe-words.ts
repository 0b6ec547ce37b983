import type { Language } from '../../values/languages.ts'

interface UnsubscribeWords {
  title: string
  ask(shop: string): string
  button: string
  done(shop: string): string
  unknown: string
}

/** The page behind the link in a mail. */
export const UNSUBSCRIBE_WORDS: Readonly<Record<Language, UnsubscribeWords>> = {
  en: {
    title: 'Unsubscribe',
    ask: (shop) => `Do you want no more e-mails like this from ${shop}?`,
    button: 'Unsubscribe',
    done: (shop) => `Done. ${shop} will not send you such e-mails any more.`,
    unknown: 'This link is not complete. Please open it from the e-mail again.',
  },
  de: {
    title: 'Abbestellen',
    ask: (shop) => `Möchten Sie keine solchen E-Mails von ${shop} mehr erhalten?`,
    button: 'Abbestellen',
    done: (shop) => `Erledigt. ${shop} schickt Ihnen keine solchen E-Mails mehr.`,
    unknown: 'Dieser Link ist unvollständig. Bitte öffnen Sie ihn noch einmal aus der E-Mail.',
  },
  fr: {
    title: 'Se désabonner',
    ask: (shop) => `Ne plus recevoir d’e-mails de ce type de ${shop} ?`,
    button: 'Se désabonner',
    done: (shop) => `C’est fait. ${shop} ne vous enverra plus d’e-mails de ce type.`,
    unknown: 'Ce lien est incomplet. Ouvrez-le à nouveau depuis l’e-mail.',
  },
  es: {
    title: 'Darse de baja',
    ask: (shop) => `¿No quiere recibir más correos como este de ${shop}?`,
    button: 'Darse de baja',
    done: (shop) => `Hecho. ${shop} no le enviará más correos como este.`,
    unknown: 'Este enlace está incompleto. Ábralo de nuevo desde el correo.',
  },
  it: {
    title: 'Annulla iscrizione',
    ask: (shop) => `Non vuole più ricevere e-mail come questa da ${shop}?`,
    button: 'Annulla iscrizione',
    done: (shop) => `Fatto. ${shop} non le invierà più e-mail come questa.`,
    unknown: 'Questo link è incompleto. Lo apra di nuovo dall’e-mail.',
  },
  nl: {
    title: 'Afmelden',
    ask: (shop) => `Wilt u geen e-mails zoals deze meer van ${shop}?`,
    button: 'Afmelden',
    done: (shop) => `Klaar. ${shop} stuurt u zulke e-mails niet meer.`,
    unknown: 'Deze link is onvolledig. Open hem opnieuw vanuit de e-mail.',
  },
  'pt-BR': {
    title: 'Cancelar inscrição',
    ask: (shop) => `Não quer mais receber e-mails como este da ${shop}?`,
    button: 'Cancelar inscrição',
    done: (shop) => `Pronto. A ${shop} não enviará mais e-mails como este a você.`,
    unknown: 'Este link está incompleto. Abra-o novamente a partir do e-mail.',
  },
  ja: {
    title: '配信停止',
    ask: (shop) => `${shop}からのこのようなメールの配信を停止しますか?`,
    button: '配信を停止する',
    done: (shop) => `完了しました。${shop}から今後このようなメールは届きません。`,
    unknown: 'このリンクは不完全です。もう一度メールから開いてください。',
  },
  he: {
    title: 'הסרה מרשימת התפוצה',
    ask: (shop) => `לא לקבל עוד אימיילים כאלה מ-${shop}?`,
    button: 'הסרה',
    done: (shop) => `בוצע. ${shop} לא תשלח לכם עוד אימיילים כאלה.`,
    unknown: 'הקישור אינו שלם. פתחו אותו שוב מתוך האימייל.',
  },
  ar: {
    title: 'إلغاء الاشتراك',
    ask: (shop) => `هل تريد إيقاف رسائل كهذه من ${shop}؟`,
    button: 'إلغاء الاشتراك',
    done: (shop) => `تم. لن يرسل إليك ${shop} مثل هذه الرسائل بعد الآن.`,
    unknown: 'هذا الرابط غير مكتمل. افتحه مرة أخرى من الرسالة.',
  },
  fa: {
    title: 'لغو اشتراک',
    ask: (shop) => `دیگر نمی‌خواهید چنین ایمیل‌هایی از ${shop} دریافت کنید؟`,
    button: 'لغو اشتراک',
    done: (shop) => `انجام شد. ${shop} دیگر چنین ایمیل‌هایی برای شما نمی‌فرستد.`,
    unknown: 'این پیوند کامل نیست. لطفاً دوباره آن را از ایمیل باز کنید.',
  },
  ru: {
    title: 'Отписаться',
    ask: (shop) => `Больше не получать такие письма от ${shop}?`,
    button: 'Отписаться',
    done: (shop) => `Готово. ${shop} больше не будет присылать вам такие письма.`,
    unknown: 'Ссылка неполная. Откройте её ещё раз из письма.',
  },
}
