import type { Language } from '../values/languages.ts'

/** What stands on the page behind the link of a message, where it does not lead straight to the checkout. `{shop}` and `{order}`. */
export interface OpeningWords {
  title: string // {shop}
  leading: string
  separately: string // {order}
  goOn: string
  ended: string
  taken: string
  soldOut: string
  unknown: string
  toShop: string // {shop}
}

export const OPENING_WORDS: Readonly<Record<Language, OpeningWords>> = {
  en: {
    title: 'Your offer from {shop}',
    leading: 'One moment: this leads to the checkout.',
    separately:
      'Your order {order} has already left. The offer still stands, but this will ship separately, and the checkout shows what that costs.',
    goOn: 'Go on to the checkout',
    ended: 'This offer has ended.',
    taken: 'You have taken this offer already.',
    soldOut: 'This is sold out, or the shop has stopped the offer.',
    unknown: 'This link is not complete. Please open it from the message again.',
    toShop: 'To {shop}',
  },
  de: {
    title: 'Ihr Angebot von {shop}',
    leading: 'Einen Moment, es geht zur Kasse.',
    separately:
      'Ihre Bestellung {order} ist bereits unterwegs. Das Angebot gilt noch, wird aber getrennt verschickt; was das kostet, zeigt die Kasse.',
    goOn: 'Weiter zur Kasse',
    ended: 'Dieses Angebot ist abgelaufen.',
    taken: 'Sie haben dieses Angebot bereits angenommen.',
    soldOut: 'Das ist ausverkauft, oder der Shop hat das Angebot beendet.',
    unknown: 'Dieser Link ist unvollständig. Bitte öffnen Sie ihn noch einmal aus der Nachricht.',
    toShop: 'Zu {shop}',
  },
  fr: {
    title: 'Votre offre de {shop}',
    leading: 'Un instant, nous ouvrons la page de paiement.',
    separately:
      'Votre commande {order} est déjà partie. L’offre reste valable, mais l’envoi sera séparé ; la page de paiement indique ce qu’il coûte.',
    goOn: 'Continuer vers le paiement',
    ended: 'Cette offre est terminée.',
    taken: 'Vous avez déjà accepté cette offre.',
    soldOut: 'L’article est épuisé, ou la boutique a mis fin à l’offre.',
    unknown: 'Ce lien est incomplet. Ouvrez-le à nouveau depuis le message.',
    toShop: 'Vers {shop}',
  },
  es: {
    title: 'Su oferta de {shop}',
    leading: 'Un momento, vamos a la caja.',
    separately: 'Su pedido {order} ya ha salido. La oferta sigue en pie, pero el envío será aparte; la caja muestra cuánto cuesta.',
    goOn: 'Continuar a la caja',
    ended: 'Esta oferta ha terminado.',
    taken: 'Ya ha aceptado esta oferta.',
    soldOut: 'Está agotado, o la tienda ha terminado la oferta.',
    unknown: 'Este enlace está incompleto. Ábralo de nuevo desde el mensaje.',
    toShop: 'Ir a {shop}',
  },
  it: {
    title: 'La sua offerta da {shop}',
    leading: 'Un momento, si va alla cassa.',
    separately: 'Il suo ordine {order} è già partito. L’offerta vale ancora, ma la spedizione sarà separata; la cassa ne mostra il costo.',
    goOn: 'Continua alla cassa',
    ended: 'Questa offerta è terminata.',
    taken: 'Ha già accettato questa offerta.',
    soldOut: 'È esaurito, oppure il negozio ha chiuso l’offerta.',
    unknown: 'Questo link è incompleto. Lo apra di nuovo dal messaggio.',
    toShop: 'Vai a {shop}',
  },
  nl: {
    title: 'Uw aanbod van {shop}',
    leading: 'Een ogenblik, we gaan naar de kassa.',
    separately: 'Uw bestelling {order} is al onderweg. Het aanbod geldt nog, maar wordt apart verzonden; de kassa toont wat dat kost.',
    goOn: 'Verder naar de kassa',
    ended: 'Dit aanbod is afgelopen.',
    taken: 'U hebt dit aanbod al aangenomen.',
    soldOut: 'Dit is uitverkocht, of de winkel heeft het aanbod beëindigd.',
    unknown: 'Deze link is onvolledig. Open hem opnieuw vanuit het bericht.',
    toShop: 'Naar {shop}',
  },
  'pt-BR': {
    title: 'A sua oferta da {shop}',
    leading: 'Um momento, vamos ao checkout.',
    separately: 'O seu pedido {order} já saiu. A oferta continua valendo, mas o envio será separado; o checkout mostra quanto custa.',
    goOn: 'Continuar para o checkout',
    ended: 'Esta oferta terminou.',
    taken: 'Você já aceitou esta oferta.',
    soldOut: 'Está esgotado, ou a loja encerrou a oferta.',
    unknown: 'Este link está incompleto. Abra-o novamente a partir da mensagem.',
    toShop: 'Ir para {shop}',
  },
  ja: {
    title: '{shop}からのご案内',
    leading: 'ご購入手続きの画面を開いています。',
    separately:
      'ご注文{order}はすでに発送されました。ご案内は引き続き有効ですが、別便でのお届けとなります。送料はご購入手続きの画面でご確認ください。',
    goOn: 'ご購入手続きへ進む',
    ended: 'このご案内は終了しました。',
    taken: 'このご案内はすでにご利用済みです。',
    soldOut: '売り切れ、またはショップがご案内を終了しました。',
    unknown: 'このリンクは不完全です。もう一度メッセージから開いてください。',
    toShop: '{shop}へ',
  },
  he: {
    title: 'ההצעה שלכם מ-{shop}',
    leading: 'רגע אחד, עוברים לתשלום.',
    separately: 'ההזמנה {order} כבר יצאה. ההצעה עדיין בתוקף, אבל המשלוח יהיה נפרד; העלות מוצגת בדף התשלום.',
    goOn: 'המשך לתשלום',
    ended: 'ההצעה הסתיימה.',
    taken: 'כבר קיבלתם את ההצעה הזו.',
    soldOut: 'אזל מהמלאי, או שהחנות סיימה את ההצעה.',
    unknown: 'הקישור אינו שלם. פתחו אותו שוב מתוך ההודעה.',
    toShop: 'אל {shop}',
  },
  ar: {
    title: 'عرضك من {shop}',
    leading: 'لحظة واحدة، ننتقل إلى الدفع.',
    separately: 'لقد أُرسل طلبك {order} بالفعل. لا يزال العرض ساريًا، لكنه سيُشحن منفصلًا، وتظهر التكلفة عند الدفع.',
    goOn: 'المتابعة إلى الدفع',
    ended: 'انتهى هذا العرض.',
    taken: 'لقد قبلت هذا العرض من قبل.',
    soldOut: 'نفدت الكمية، أو أوقف المتجر العرض.',
    unknown: 'هذا الرابط غير مكتمل. افتحه مرة أخرى من الرسالة.',
    toShop: 'إلى {shop}',
  },
  fa: {
    title: 'پیشنهاد شما از {shop}',
    leading: 'یک لحظه، به صفحهٔ پرداخت می‌رویم.',
    separately:
      'سفارش {order} شما ارسال شده است. پیشنهاد همچنان معتبر است، اما جداگانه ارسال می‌شود و هزینهٔ آن هنگام پرداخت نشان داده می‌شود.',
    goOn: 'ادامه به پرداخت',
    ended: 'این پیشنهاد پایان یافته است.',
    taken: 'این پیشنهاد را پیش‌تر پذیرفته‌اید.',
    soldOut: 'موجودی تمام شده یا فروشگاه پیشنهاد را پایان داده است.',
    unknown: 'این پیوند کامل نیست. لطفاً دوباره آن را از پیام باز کنید.',
    toShop: 'رفتن به {shop}',
  },
  ru: {
    title: 'Ваше предложение от {shop}',
    leading: 'Минуту, переходим к оформлению.',
    separately:
      'Ваш заказ {order} уже отправлен. Предложение ещё действует, но доставка будет отдельной; её стоимость видна при оформлении.',
    goOn: 'Перейти к оформлению',
    ended: 'Это предложение завершилось.',
    taken: 'Вы уже воспользовались этим предложением.',
    soldOut: 'Товар закончился, или магазин остановил предложение.',
    unknown: 'Ссылка неполная. Откройте её ещё раз из сообщения.',
    toShop: 'В {shop}',
  },
}
