import type { OfferCatalogue } from './entries.ts'

export const it: OfferCatalogue = {
  headline: 'Aggiunga {product} al Suo ordine',
  headlineOfSeveral: 'Aggiunga uno di questi articoli al Suo ordine',
  body: 'Un clic, con la stessa spedizione: {discount}.',
  giftHeadline: 'Un regalo per Lei: {product}',
  giftBody: 'È gratuito, spedizione compresa. Basta un clic per aggiungerlo al Suo ordine.',
  stars: '★ {average} / 5 · Recensioni: {count}',
  starsRewarded: '★ {average} / 5 · Recensioni: {count}, di cui premiate: {rewarded}',
  subscription: 'Abbonamento',
  firstDelivery: 'Lo sconto di questa offerta vale per la prima consegna',
  delivery: 'Spedizione',
  freeDelivery: 'Spedizione gratuita',
  discount: 'Sconto del {percent}%',
  amountOff: 'Prezzo ridotto',
  soldOut: 'È appena andato esaurito. Non è stato addebitato nulla; il Suo ordine è invariato.',
  ended: 'Questa offerta è terminata. Non è stato addebitato nulla; il Suo ordine è invariato.',
  ranOut: 'Questo prezzo non è più disponibile. Non è stato addebitato nulla; il Suo ordine è invariato.',
  enough: 'A un ordine non si può aggiungere altro. Non è stato addebitato altro.',
  tryOrder: 'Non è stato possibile aggiungerlo. Non è stato addebitato nulla; il Suo ordine è invariato.',
  words: {
    accept: 'Paga ora · {total}',
    acceptFree: 'Aggiungi gratis',
    accepting: 'Aggiunta al Suo ordine in corso…',
    decline: 'No, grazie',
    another: 'Vedi un’altra offerta',
    subtotal: 'Subtotale',
    discount: 'Sconto',
    shipping: 'Spedizione',
    tax: 'Imposte',
    taxIncluded: 'Imposte incluse',
    total: 'Totale',
    free: 'Gratis',
    quantity: 'Quantità: {count}',
    amount: 'Quantità',
    option: 'Variante',
    choose: 'Scelga un articolo',
    gift: 'Regalo',
    consent: 'Accetti prima l’abbonamento, per favore.',
    calculating: 'Calcolo del prezzo…',
    unavailable: 'Al momento non è stato possibile calcolare il prezzo. Il Suo ordine è completo; riprovi oppure prosegua.',
    declined: 'Non è stato possibile aggiungerlo. Non è stato addebitato nulla; il Suo ordine è invariato.',
    partly:
      'È stato aggiunto, ma il pagamento non è andato a buon fine. Il negozio Le dirà come pagarlo; il Suo primo ordine non ne risente.',
    unsure: 'La risposta del pagamento non ci è arrivata. La conferma dell’ordine indicherà che cosa è stato acquistato.',
    again: 'Riprova',
    continue: 'Vai al mio ordine',
    errors: {
      payment_required:
        'Il pagamento è stato rifiutato e per questo non è stato addebitato nulla. Il Suo primo ordine è al sicuro; può proseguire.',
      insufficient_inventory: 'È appena andato esaurito. Non è stato addebitato nulla; prosegua verso il Suo ordine.',
      changeset_already_applied: 'È già nel Suo ordine. Non è stato addebitato due volte; prosegua verso il Suo ordine.',
      unsupported_payment_method:
        'Il Suo metodo di pagamento non consente un secondo addebito. Non è stato addebitato nulla; può acquistarlo nel negozio.',
      invalid_request: 'Non è stato possibile aggiungerlo. Non è stato addebitato nulla; prosegua verso il Suo ordine.',
      server_error: 'Qualcosa è andato storto. Non è stato addebitato nulla; riprovi oppure prosegua verso il Suo ordine.',
      buyer_consent_required: 'Serve il Suo consenso a un abbonamento. Non è stato addebitato nulla; può acquistarlo nel negozio.',
      subscription_vaulting_error:
        'Non è stato possibile conservare i dati di pagamento per un abbonamento. Non è stato addebitato nulla; può acquistarlo nel negozio.',
      subscription_contract_creation_error:
        'Non è stato possibile avviare l’abbonamento. Non è stato addebitato nulla; può riprovare nel negozio.',
      subscription_no_shipping_address_error:
        'Un abbonamento richiede un indirizzo di spedizione, che il Suo ordine non ha. Non è stato addebitato nulla; può acquistarlo nel negozio.',
      subscription_limit_error:
        'Il Suo ordine non può contenere un altro abbonamento. Non è stato addebitato nulla; può ordinarlo a parte nel negozio.',
      order_released_error:
        'Il Suo ordine è già in preparazione e non si può aggiungere nulla. Non è stato addebitato nulla; può ordinarlo a parte nel negozio.',
    },
  },
}
