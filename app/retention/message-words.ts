import type { Language } from '../values/languages.ts'

/**
 * What a follow-up says. `{shop}`, `{order}`, `{product}`, `{saving}` and `{date}` are placeholders. Nothing here presses: no countdown, and no
 * claim about other people.
 */
export interface MessageWords {
  missed: string // subject
  missedIntro: string
  bounce: string // subject
  bounceIntro: string
  saving: string // {saving}, {date}
  until: string // {date}
  once: string
  together: string // {order}
  action: string
  stop: string // ends a text message
}

export const MESSAGE_WORDS: Readonly<Record<Language, MessageWords>> = {
  en: {
    missed: '{product} to go with your order {order}',
    missedIntro: 'Thank you for your order {order} at {shop}. One more thing goes well with it, if you like.',
    bounce: 'What goes with your first order at {shop}',
    bounceIntro: 'Thank you for buying at {shop} for the first time. This goes well with what you chose.',
    saving: '{saving} off, until {date}. The link brings the discount along.',
    until: 'The offer stands until {date}.',
    once: 'The discount works once.',
    together: 'It ships with your order {order}, as long as that has not left.',
    action: 'To the checkout',
    stop: 'No more: reply STOP',
  },
  de: {
    missed: '{product} passend zu Ihrer Bestellung {order}',
    missedIntro: 'Vielen Dank für Ihre Bestellung {order} bei {shop}. Dazu passt noch etwas, wenn Sie mögen.',
    bounce: 'Was zu Ihrer ersten Bestellung bei {shop} passt',
    bounceIntro: 'Vielen Dank, dass Sie zum ersten Mal bei {shop} eingekauft haben. Dies passt gut zu Ihrer Auswahl.',
    saving: '{saving} Rabatt bis {date}. Der Link bringt ihn mit.',
    until: 'Das Angebot gilt bis {date}.',
    once: 'Der Rabatt gilt einmal.',
    together: 'Es wird mit Ihrer Bestellung {order} verschickt, solange diese noch nicht unterwegs ist.',
    action: 'Zur Kasse',
    stop: 'Abbestellen: STOP antworten',
  },
  fr: {
    missed: '{product} pour accompagner votre commande {order}',
    missedIntro: 'Merci pour votre commande {order} chez {shop}. Un article va bien avec, si vous le souhaitez.',
    bounce: 'Ce qui accompagne votre première commande chez {shop}',
    bounceIntro: 'Merci pour votre premier achat chez {shop}. Ceci va bien avec ce que vous avez choisi.',
    saving: '{saving} de réduction jusqu’au {date}. Le lien l’applique pour vous.',
    until: 'L’offre est valable jusqu’au {date}.',
    once: 'La réduction est utilisable une seule fois.',
    together: 'L’envoi se fait avec votre commande {order}, tant que celle-ci n’est pas partie.',
    action: 'Passer au paiement',
    stop: 'Se désabonner : répondez STOP',
  },
  es: {
    missed: '{product} para acompañar su pedido {order}',
    missedIntro: 'Gracias por su pedido {order} en {shop}. Hay algo más que combina bien con él, si le apetece.',
    bounce: 'Lo que combina con su primer pedido en {shop}',
    bounceIntro: 'Gracias por comprar en {shop} por primera vez. Esto combina bien con lo que eligió.',
    saving: '{saving} de descuento hasta el {date}. El enlace ya lo incluye.',
    until: 'La oferta es válida hasta el {date}.',
    once: 'El descuento se puede usar una vez.',
    together: 'Se envía junto con su pedido {order}, siempre que este no haya salido.',
    action: 'Ir a la caja',
    stop: 'Baja: responda STOP',
  },
  it: {
    missed: '{product} da abbinare al suo ordine {order}',
    missedIntro: 'Grazie per il suo ordine {order} da {shop}. C’è ancora qualcosa che si abbina bene, se vuole.',
    bounce: 'Che cosa si abbina al suo primo ordine da {shop}',
    bounceIntro: 'Grazie per il suo primo acquisto da {shop}. Questo si abbina bene a ciò che ha scelto.',
    saving: '{saving} di sconto fino al {date}. Il link lo applica già.',
    until: 'L’offerta vale fino al {date}.',
    once: 'Lo sconto vale una volta.',
    together: 'Viene spedito con il suo ordine {order}, finché non è partito.',
    action: 'Vai alla cassa',
    stop: 'Disiscrizione: rispondi STOP',
  },
  nl: {
    missed: '{product} bij uw bestelling {order}',
    missedIntro: 'Bedankt voor uw bestelling {order} bij {shop}. Er past nog iets bij, als u wilt.',
    bounce: 'Wat bij uw eerste bestelling bij {shop} past',
    bounceIntro: 'Bedankt dat u voor het eerst bij {shop} hebt gekocht. Dit past goed bij uw keuze.',
    saving: '{saving} korting tot {date}. De link neemt de korting mee.',
    until: 'Het aanbod geldt tot {date}.',
    once: 'De korting werkt één keer.',
    together: 'Het wordt met uw bestelling {order} verzonden, zolang die nog niet weg is.',
    action: 'Naar de kassa',
    stop: 'Afmelden: antwoord STOP',
  },
  'pt-BR': {
    missed: '{product} para acompanhar o seu pedido {order}',
    missedIntro: 'Obrigado pelo seu pedido {order} na {shop}. Há mais uma coisa que combina com ele, se quiser.',
    bounce: 'O que combina com o seu primeiro pedido na {shop}',
    bounceIntro: 'Obrigado por comprar na {shop} pela primeira vez. Isto combina com o que você escolheu.',
    saving: '{saving} de desconto até {date}. O link já traz o desconto.',
    until: 'A oferta vale até {date}.',
    once: 'O desconto pode ser usado uma vez.',
    together: 'Será enviado com o seu pedido {order}, enquanto ele não tiver saído.',
    action: 'Ir para o checkout',
    stop: 'Cancelar: responda STOP',
  },
  ja: {
    missed: 'ご注文{order}に合わせて:{product}',
    missedIntro: '{shop}でのご注文{order}、ありがとうございます。よろしければ、あわせてお使いいただける商品をご覧ください。',
    bounce: '{shop}での初めてのご注文に合う商品',
    bounceIntro: '{shop}での初めてのお買い物、ありがとうございます。お選びいただいた商品によく合います。',
    saving: '{date}まで{saving}割引。リンクから購入すると自動で適用されます。',
    until: 'このご案内は{date}まで有効です。',
    once: '割引のご利用は1回限りです。',
    together: 'ご注文{order}の発送前であれば、一緒にお届けします。',
    action: 'ご購入手続きへ',
    stop: '配信停止:STOPと返信',
  },
  he: {
    missed: '{product} בתוספת להזמנה שלכם {order}',
    missedIntro: 'תודה על ההזמנה {order} ב-{shop}. יש עוד משהו שמתאים לה, אם תרצו.',
    bounce: 'מה מתאים להזמנה הראשונה שלכם ב-{shop}',
    bounceIntro: 'תודה שקניתם ב-{shop} בפעם הראשונה. זה מתאים למה שבחרתם.',
    saving: '{saving} הנחה עד {date}. הקישור כבר כולל אותה.',
    until: 'ההצעה בתוקף עד {date}.',
    once: 'אפשר להשתמש בהנחה פעם אחת.',
    together: 'זה יישלח יחד עם ההזמנה {order}, כל עוד היא לא יצאה.',
    action: 'לתשלום',
    stop: 'להסרה: השיבו STOP',
  },
  ar: {
    missed: '{product} مع طلبك {order}',
    missedIntro: 'شكرًا على طلبك {order} من {shop}. هناك شيء آخر يناسبه، إن أحببت.',
    bounce: 'ما يناسب طلبك الأول من {shop}',
    bounceIntro: 'شكرًا على شرائك من {shop} للمرة الأولى. هذا يناسب ما اخترته.',
    saving: 'خصم {saving} حتى {date}. الرابط يتضمن الخصم.',
    until: 'العرض سارٍ حتى {date}.',
    once: 'يُستخدم الخصم مرة واحدة.',
    together: 'يُشحن مع طلبك {order} ما دام لم يُرسل بعد.',
    action: 'إلى الدفع',
    stop: 'للإلغاء: أرسل STOP',
  },
  fa: {
    missed: '{product} همراه سفارش {order} شما',
    missedIntro: 'از سفارش {order} شما در {shop} سپاسگزاریم. اگر مایل باشید، چیز دیگری هم به آن می‌آید.',
    bounce: 'آنچه به نخستین سفارش شما در {shop} می‌آید',
    bounceIntro: 'از نخستین خرید شما در {shop} سپاسگزاریم. این به انتخاب شما می‌آید.',
    saving: '{saving} تخفیف تا {date}. پیوند، تخفیف را همراه دارد.',
    until: 'این پیشنهاد تا {date} معتبر است.',
    once: 'تخفیف یک بار قابل استفاده است.',
    together: 'تا وقتی سفارش {order} ارسال نشده باشد، همراه آن فرستاده می‌شود.',
    action: 'رفتن به پرداخت',
    stop: 'برای لغو: STOP بفرستید',
  },
  ru: {
    missed: '{product} к вашему заказу {order}',
    missedIntro: 'Спасибо за заказ {order} в магазине {shop}. К нему хорошо подойдёт ещё кое-что, если захотите.',
    bounce: 'Что подойдёт к вашему первому заказу в магазине {shop}',
    bounceIntro: 'Спасибо за первую покупку в магазине {shop}. Это хорошо подойдёт к тому, что вы выбрали.',
    saving: 'Скидка {saving} до {date}. Она уже учтена в ссылке.',
    until: 'Предложение действует до {date}.',
    once: 'Скидкой можно воспользоваться один раз.',
    together: 'Отправим вместе с вашим заказом {order}, пока он не ушёл.',
    action: 'К оформлению',
    stop: 'Отписаться: ответьте STOP',
  },
}
