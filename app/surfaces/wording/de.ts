import type { OfferCatalogue } from './entries.ts'

export const de: OfferCatalogue = {
  headline: '{product} zu Ihrer Bestellung hinzufügen',
  headlineOfSeveral: 'Eines davon zu Ihrer Bestellung hinzufügen',
  body: 'Ein Klick, dieselbe Lieferung: {discount}.',
  giftHeadline: 'Ein Geschenk für Sie: {product}',
  giftBody: 'Es kostet nichts, auch die Lieferung nicht. Ein Klick legt es zu Ihrer Bestellung.',
  stars: '★ {average} / 5 · Bewertungen: {count}',
  starsRewarded: '★ {average} / 5 · Bewertungen: {count}, davon belohnt: {rewarded}',
  subscription: 'Abonnement',
  firstDelivery: 'Der Rabatt dieses Angebots gilt für die erste Lieferung',
  delivery: 'Lieferung',
  freeDelivery: 'Kostenlose Lieferung',
  discount: '{percent} % Rabatt',
  amountOff: 'Reduzierter Preis',
  soldOut: 'Das ist gerade ausverkauft. Es wurde nichts abgebucht; Ihre Bestellung ist unverändert.',
  ended: 'Dieses Angebot ist beendet. Es wurde nichts abgebucht; Ihre Bestellung ist unverändert.',
  ranOut: 'Dieser Preis ist gerade abgelaufen. Es wurde nichts abgebucht; Ihre Bestellung ist unverändert.',
  enough: 'Mehr lässt sich einer Bestellung nicht hinzufügen. Es wurde nichts weiter abgebucht.',
  tryOrder: 'Das konnte nicht hinzugefügt werden. Es wurde nichts abgebucht; Ihre Bestellung ist unverändert.',
  words: {
    accept: 'Jetzt bezahlen · {total}',
    acceptFree: 'Kostenlos hinzufügen',
    accepting: 'Wird zu Ihrer Bestellung hinzugefügt …',
    decline: 'Nein, danke',
    another: 'Ein anderes Angebot ansehen',
    subtotal: 'Zwischensumme',
    discount: 'Rabatt',
    shipping: 'Versand',
    tax: 'Steuern',
    taxIncluded: 'Enthaltene Steuern',
    total: 'Gesamt',
    free: 'Kostenlos',
    quantity: 'Menge: {count}',
    amount: 'Menge',
    option: 'Ausführung',
    choose: 'Wählen Sie eines',
    gift: 'Geschenk',
    consent: 'Bitte stimmen Sie zuerst dem Abonnement zu.',
    calculating: 'Preis wird berechnet …',
    unavailable:
      'Der Preis ließ sich gerade nicht berechnen. Ihre Bestellung ist vollständig; versuchen Sie es noch einmal oder gehen Sie weiter.',
    declined: 'Das konnte nicht hinzugefügt werden. Es wurde nichts abgebucht; Ihre Bestellung ist unverändert.',
    partly:
      'Es wurde hinzugefügt, aber die Zahlung ist nicht durchgegangen. Der Shop teilt Ihnen mit, wie Sie bezahlen können; Ihre erste Bestellung ist nicht betroffen.',
    unsure: 'Die Antwort der Zahlung hat uns nicht erreicht. Ihre Bestellbestätigung zeigt, was gekauft wurde.',
    again: 'Noch einmal versuchen',
    continue: 'Zu meiner Bestellung',
    errors: {
      payment_required:
        'Die Zahlung wurde abgelehnt, dafür wurde nichts abgebucht. Ihre erste Bestellung ist sicher; gehen Sie weiter zu ihr.',
      insufficient_inventory: 'Das ist gerade ausverkauft. Es wurde nichts abgebucht; gehen Sie weiter zu Ihrer Bestellung.',
      changeset_already_applied:
        'Das ist bereits in Ihrer Bestellung. Es wurde nicht zweimal abgebucht; gehen Sie weiter zu Ihrer Bestellung.',
      unsupported_payment_method:
        'Ihre Zahlungsart kann nicht ein zweites Mal belastet werden. Es wurde nichts abgebucht; Sie können dies im Shop kaufen.',
      invalid_request: 'Das konnte nicht hinzugefügt werden. Es wurde nichts abgebucht; gehen Sie weiter zu Ihrer Bestellung.',
      server_error:
        'Unterwegs ist etwas schiefgegangen. Es wurde nichts abgebucht; versuchen Sie es noch einmal oder gehen Sie weiter zu Ihrer Bestellung.',
      buyer_consent_required:
        'Hierfür ist Ihre Zustimmung zu einem Abonnement nötig. Es wurde nichts abgebucht; Sie können es im Shop kaufen.',
      subscription_vaulting_error:
        'Ihre Zahlungsdaten konnten nicht für ein Abonnement hinterlegt werden. Es wurde nichts abgebucht; Sie können es im Shop kaufen.',
      subscription_contract_creation_error:
        'Das Abonnement konnte nicht begonnen werden. Es wurde nichts abgebucht; Sie können es im Shop noch einmal versuchen.',
      subscription_no_shipping_address_error:
        'Ein Abonnement braucht eine Lieferadresse, und Ihre Bestellung hat keine. Es wurde nichts abgebucht; Sie können es im Shop kaufen.',
      subscription_limit_error:
        'Ihre Bestellung kann kein weiteres Abonnement aufnehmen. Es wurde nichts abgebucht; Sie können es im Shop getrennt bestellen.',
      order_released_error:
        'Ihre Bestellung wird schon vorbereitet, es kann nichts mehr hinzugefügt werden. Es wurde nichts abgebucht; Sie können es im Shop getrennt bestellen.',
    },
  },
}
