import type { Language } from '../../values/languages.ts'

/** What a request says. `{shop}`, `{name}` and `{product}` are placeholders. Every honest opinion is asked for, never a good one (R2). */
export interface RequestWords {
  subject: string // one product
  subjectOfSeveral: string
  reminder: string
  hello: string // {name}
  helloNobody: string
  intro: string
  again: string // before the intro of a reminder
  againLast: string // the same, when no further one follows
  action: string
  star: string // {stars}
  thanks: string // above what is promised
  lasts: string
}

export const REQUEST_WORDS: Readonly<Record<Language, RequestWords>> = {
  en: {
    subject: 'How do you find your {product}?',
    subjectOfSeveral: 'How do you find what you bought at {shop}?',
    reminder: 'Still want to tell others about your purchase at {shop}?',
    hello: 'Hello {name},',
    helloNobody: 'Hello,',
    intro:
      'You bought this at {shop}. What do you think of it? Your honest opinion, good or bad, helps others to choose, and two sentences are enough.',
    again: 'We asked you a few days ago, and ask once more.',
    againLast: 'We asked you a few days ago; this is the last time we bring it up.',
    action: 'Write a review',
    star: '{stars} of 5',
    thanks: 'As a thank-you',
    lasts: 'The links in this e-mail work for 45 days. No login is needed.',
  },
  de: {
    subject: 'Wie finden Sie {product}?',
    subjectOfSeveral: 'Wie finden Sie Ihren Einkauf bei {shop}?',
    reminder: 'Möchten Sie noch etwas zu Ihrem Einkauf bei {shop} sagen?',
    hello: 'Guten Tag {name},',
    helloNobody: 'Guten Tag,',
    intro:
      'Sie haben dies bei {shop} gekauft. Was halten Sie davon? Ihre ehrliche Meinung, ob Lob oder Kritik, hilft anderen bei der Wahl. Zwei Sätze genügen.',
    again: 'Wir haben Sie vor einigen Tagen schon gefragt und fragen noch einmal.',
    againLast: 'Wir haben Sie vor einigen Tagen schon gefragt; wir erinnern Sie nicht weiter.',
    action: 'Bewertung schreiben',
    star: '{stars} von 5',
    thanks: 'Als Dankeschön',
    lasts: 'Die Links in dieser E-Mail gelten 45 Tage. Eine Anmeldung ist nicht nötig.',
  },
  fr: {
    subject: 'Que pensez-vous de {product} ?',
    subjectOfSeveral: 'Que pensez-vous de vos achats chez {shop} ?',
    reminder: 'Souhaitez-vous encore donner votre avis sur votre achat chez {shop} ?',
    hello: 'Bonjour {name},',
    helloNobody: 'Bonjour,',
    intro:
      'Vous avez acheté ceci chez {shop}. Qu’en pensez-vous ? Votre opinion sincère, quelle qu’elle soit, aide les autres à choisir. Deux phrases suffisent.',
    again: 'Nous vous avons déjà écrit il y a quelques jours et nous permettons de vous le rappeler.',
    againLast: 'Nous vous avons déjà écrit il y a quelques jours ; c’est notre dernier rappel.',
    action: 'Donner mon avis',
    star: '{stars} sur 5',
    thanks: 'Pour vous remercier',
    lasts: 'Les liens de cet e-mail sont valables 45 jours. Aucune connexion n’est nécessaire.',
  },
  es: {
    subject: '¿Qué le parece {product}?',
    subjectOfSeveral: '¿Qué le parece lo que compró en {shop}?',
    reminder: '¿Quiere aún contar qué le parece su compra en {shop}?',
    hello: 'Hola, {name}:',
    helloNobody: 'Hola:',
    intro: 'Compró esto en {shop}. ¿Qué opina? Su opinión sincera, sea cual sea, ayuda a otras personas a elegir. Bastan dos frases.',
    again: 'Ya le preguntamos hace unos días y volvemos a preguntarle.',
    againLast: 'Ya le preguntamos hace unos días; no volveremos a recordárselo.',
    action: 'Escribir una reseña',
    star: '{stars} de 5',
    thanks: 'Como agradecimiento',
    lasts: 'Los enlaces de este correo funcionan durante 45 días. No hace falta iniciar sesión.',
  },
  it: {
    subject: 'Che cosa pensa di {product}?',
    subjectOfSeveral: 'Che cosa pensa dei suoi acquisti da {shop}?',
    reminder: 'Vuole ancora dire la sua sull’acquisto da {shop}?',
    hello: 'Buongiorno {name},',
    helloNobody: 'Buongiorno,',
    intro:
      'Ha acquistato questo da {shop}. Che cosa ne pensa? La sua opinione sincera, qualunque sia, aiuta altri a scegliere. Bastano due frasi.',
    again: 'Le abbiamo già scritto qualche giorno fa e ci permettiamo di ricordarlo.',
    againLast: 'Le abbiamo già scritto qualche giorno fa; non lo ricorderemo più.',
    action: 'Scrivi una recensione',
    star: '{stars} su 5',
    thanks: 'Per ringraziarla',
    lasts: 'I link in questa e-mail valgono 45 giorni. Non serve accedere.',
  },
  nl: {
    subject: 'Wat vindt u van {product}?',
    subjectOfSeveral: 'Wat vindt u van uw aankoop bij {shop}?',
    reminder: 'Wilt u nog iets zeggen over uw aankoop bij {shop}?',
    hello: 'Hallo {name},',
    helloNobody: 'Hallo,',
    intro:
      'U hebt dit bij {shop} gekocht. Wat vindt u ervan? Uw eerlijke mening, wat die ook is, helpt anderen kiezen. Twee zinnen zijn genoeg.',
    again: 'We vroegen het u enkele dagen geleden al en vragen het nog eens.',
    againLast: 'We vroegen het u enkele dagen geleden al; we herinneren u er niet meer aan.',
    action: 'Schrijf een review',
    star: '{stars} van 5',
    thanks: 'Als dank',
    lasts: 'De links in deze e-mail werken 45 dagen. Inloggen is niet nodig.',
  },
  'pt-BR': {
    subject: 'O que você achou de {product}?',
    subjectOfSeveral: 'O que você achou da sua compra na {shop}?',
    reminder: 'Ainda quer contar o que achou da sua compra na {shop}?',
    hello: 'Olá, {name}!',
    helloNobody: 'Olá!',
    intro:
      'Você comprou isto na {shop}. O que achou? Sua opinião sincera, seja qual for, ajuda outras pessoas a escolher. Duas frases bastam.',
    again: 'Já perguntamos há alguns dias e perguntamos mais uma vez.',
    againLast: 'Já perguntamos há alguns dias; não vamos lembrar outra vez.',
    action: 'Escrever uma avaliação',
    star: '{stars} de 5',
    thanks: 'Como agradecimento',
    lasts: 'Os links deste e-mail funcionam por 45 dias. Não é preciso fazer login.',
  },
  ja: {
    subject: '{product}はいかがでしたか?',
    subjectOfSeveral: '{shop}でのお買い物はいかがでしたか?',
    reminder: '{shop}でのお買い物について、ご意見をお聞かせください',
    hello: '{name} 様',
    helloNobody: 'こんにちは。',
    intro:
      '{shop}でこちらの商品をお求めいただきました。率直なご意見をお聞かせください。どのようなご意見でも、ほかのお客様が選ぶ際の参考になります。二、三行で十分です。',
    again: '数日前にもお願いいたしましたが、改めてご案内いたします。',
    againLast: '数日前にもお願いいたしました。ご案内はこれで最後です。',
    action: 'レビューを書く',
    star: '5段階の{stars}',
    thanks: 'お礼として',
    lasts: 'このメールのリンクは45日間有効です。ログインは不要です。',
  },
  he: {
    subject: 'מה דעתכם על {product}?',
    subjectOfSeveral: 'מה דעתכם על הקנייה שלכם ב-{shop}?',
    reminder: 'רוצים עדיין לספר על הקנייה שלכם ב-{shop}?',
    hello: 'שלום {name},',
    helloNobody: 'שלום,',
    intro: 'קניתם את זה ב-{shop}. מה דעתכם? הדעה הכנה שלכם, תהיה אשר תהיה, עוזרת לאחרים לבחור. שני משפטים מספיקים.',
    again: 'שאלנו אתכם לפני כמה ימים ואנחנו שואלים שוב.',
    againLast: 'שאלנו אתכם לפני כמה ימים; לא נזכיר זאת שוב.',
    action: 'כתיבת ביקורת',
    star: '{stars} מתוך 5',
    thanks: 'לאות תודה',
    lasts: 'הקישורים באימייל הזה תקפים ל-45 ימים. אין צורך להתחבר.',
  },
  ar: {
    subject: 'ما رأيك في {product}؟',
    subjectOfSeveral: 'ما رأيك في مشترياتك من {shop}؟',
    reminder: 'هل ما زلت ترغب في إبداء رأيك في مشترياتك من {shop}؟',
    hello: 'مرحبًا {name}،',
    helloNobody: 'مرحبًا،',
    intro: 'لقد اشتريت هذا من {shop}. ما رأيك فيه؟ رأيك الصادق، أيًا كان، يساعد الآخرين على الاختيار. جملتان تكفيان.',
    again: 'سألناك قبل بضعة أيام ونسألك مرة أخرى.',
    againLast: 'سألناك قبل بضعة أيام، ولن نذكّرك بذلك مرة أخرى.',
    action: 'اكتب مراجعة',
    star: '{stars} من 5',
    thanks: 'شكرًا لك',
    lasts: 'روابط هذه الرسالة صالحة لمدة 45 يومًا. لا حاجة إلى تسجيل الدخول.',
  },
  fa: {
    subject: 'نظر شما دربارهٔ {product} چیست؟',
    subjectOfSeveral: 'نظر شما دربارهٔ خریدتان از {shop} چیست؟',
    reminder: 'هنوز می‌خواهید دربارهٔ خریدتان از {shop} چیزی بگویید؟',
    hello: 'سلام {name}،',
    helloNobody: 'سلام،',
    intro: 'این را از {shop} خریده‌اید. نظرتان چیست؟ نظر صادقانهٔ شما، هرچه باشد، به دیگران در انتخاب کمک می‌کند. دو جمله کافی است.',
    again: 'چند روز پیش هم پرسیدیم و دوباره می‌پرسیم.',
    againLast: 'چند روز پیش هم پرسیدیم؛ دیگر یادآوری نمی‌کنیم.',
    action: 'نوشتن نظر',
    star: '{stars} از ۵',
    thanks: 'برای قدردانی',
    lasts: 'پیوندهای این ایمیل ۴۵ روز اعتبار دارند. نیازی به ورود نیست.',
  },
  ru: {
    subject: 'Что вы думаете о товаре «{product}»?',
    subjectOfSeveral: 'Что вы думаете о покупке в {shop}?',
    reminder: 'Хотите ещё рассказать о покупке в {shop}?',
    hello: 'Здравствуйте, {name}!',
    helloNobody: 'Здравствуйте!',
    intro:
      'Вы купили это в {shop}. Что вы об этом думаете? Ваше честное мнение, каким бы оно ни было, поможет другим выбрать. Достаточно двух предложений.',
    again: 'Мы уже спрашивали вас несколько дней назад и спрашиваем ещё раз.',
    againLast: 'Мы уже спрашивали вас несколько дней назад; больше напоминать не будем.',
    action: 'Написать отзыв',
    star: '{stars} из 5',
    thanks: 'В благодарность',
    lasts: 'Ссылки в этом письме действуют 45 дней. Вход не требуется.',
  },
}
