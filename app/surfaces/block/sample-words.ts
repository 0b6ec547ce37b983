import type { Language } from '#app/values/languages.ts'

/** What a sample of the block says to the merchant who places it, in the language in which she looks at the page. */
export interface SampleWords {
  note: string
  product: string // stands for one where no offer is there to show
}

export const SAMPLE_WORDS: Record<Language, SampleWords> = {
  en: { note: 'This is a sample. Each shopper sees the offer that fits the order, or nothing.', product: 'Your product' },
  de: { note: 'Dies ist ein Beispiel. Jede Kundin sieht das Angebot, das zu ihrer Bestellung passt, oder nichts.', product: 'Ihr Produkt' },
  fr: { note: 'Ceci est un exemple. Chaque client voit l’offre qui convient à sa commande, ou rien.', product: 'Votre produit' },
  es: { note: 'Esto es un ejemplo. Cada cliente ve la oferta que encaja con su pedido, o nada.', product: 'Tu producto' },
  it: { note: 'Questo è un esempio. Ogni cliente vede l’offerta adatta al suo ordine, oppure niente.', product: 'Il tuo prodotto' },
  nl: { note: 'Dit is een voorbeeld. Elke klant ziet de aanbieding die bij de bestelling past, of niets.', product: 'Je product' },
  'pt-BR': { note: 'Isto é um exemplo. Cada cliente vê a oferta que combina com o seu pedido, ou nada.', product: 'Seu produto' },
  ja: { note: 'これは見本です。お客様には、ご注文に合う特典だけが表示されます。合うものがなければ何も表示されません。', product: '商品名' },
  he: { note: 'זו דוגמה. כל לקוח רואה את ההצעה שמתאימה להזמנה שלו, או כלום.', product: 'המוצר שלך' },
  ar: { note: 'هذا مثال. يرى كل عميل العرض الذي يناسب طلبه، أو لا يرى شيئًا.', product: 'منتجك' },
  fa: { note: 'این یک نمونه است. هر مشتری پیشنهادی را می‌بیند که به سفارشش می‌آید، یا هیچ.', product: 'محصول شما' },
  ru: { note: 'Это образец. Каждый покупатель видит предложение, подходящее к его заказу, или ничего.', product: 'Ваш товар' },
}
