import type { OfferCatalogue } from './entries.ts'

export const nl: OfferCatalogue = {
  headline: 'Voeg {product} toe aan uw bestelling',
  headlineOfSeveral: 'Voeg een van deze artikelen toe aan uw bestelling',
  body: 'Eén klik, dezelfde levering: {discount}.',
  giftHeadline: 'Een cadeau voor u: {product}',
  giftBody: 'Het is gratis, en de levering ook. Met één klik zit het bij uw bestelling.',
  stars: '★ {average} / 5 · Beoordelingen: {count}',
  starsRewarded: '★ {average} / 5 · Beoordelingen: {count}, waarvan beloond: {rewarded}',
  subscription: 'Abonnement',
  firstDelivery: 'De korting van dit aanbod geldt voor de eerste levering',
  delivery: 'Levering',
  freeDelivery: 'Gratis levering',
  discount: '{percent}% korting',
  amountOff: 'Verlaagde prijs',
  soldOut: 'Dit is zojuist uitverkocht. Er is niets afgeschreven; uw bestelling is ongewijzigd.',
  ended: 'Deze aanbieding is afgelopen. Er is niets afgeschreven; uw bestelling is ongewijzigd.',
  ranOut: 'Deze prijs is zojuist vervallen. Er is niets afgeschreven; uw bestelling is ongewijzigd.',
  enough: 'Aan één bestelling kan niet meer worden toegevoegd. Er is niets extra afgeschreven.',
  tryOrder: 'Dit kon niet worden toegevoegd. Er is niets afgeschreven; uw bestelling is ongewijzigd.',
  words: {
    accept: 'Nu betalen · {total}',
    acceptFree: 'Gratis toevoegen',
    accepting: 'Wordt aan uw bestelling toegevoegd…',
    decline: 'Nee, bedankt',
    another: 'Bekijk een andere aanbieding',
    subtotal: 'Subtotaal',
    discount: 'Korting',
    shipping: 'Verzending',
    tax: 'Belastingen',
    taxIncluded: 'Inclusief belastingen',
    total: 'Totaal',
    free: 'Gratis',
    quantity: 'Aantal: {count}',
    amount: 'Aantal',
    option: 'Uitvoering',
    choose: 'Kies er één',
    gift: 'Gratis cadeau',
    consent: 'Ga eerst akkoord met het abonnement.',
    calculating: 'Prijs wordt berekend…',
    unavailable: 'De prijs kon nu niet worden berekend. Uw bestelling is compleet; probeer het nog eens of ga verder.',
    declined: 'Dit kon niet worden toegevoegd. Er is niets afgeschreven; uw bestelling is ongewijzigd.',
    partly:
      'Het is toegevoegd, maar de betaling is niet gelukt. De winkel laat u weten hoe u kunt betalen; uw eerste bestelling blijft zoals zij is.',
    unsure: 'Het antwoord van de betaling heeft ons niet bereikt. In uw orderbevestiging staat wat er is gekocht.',
    again: 'Opnieuw proberen',
    continue: 'Naar mijn bestelling',
    errors: {
      payment_required: 'De betaling is geweigerd en hiervoor is niets afgeschreven. Uw eerste bestelling is veilig; u kunt ernaartoe.',
      insufficient_inventory: 'Dit is zojuist uitverkocht. Er is niets afgeschreven; ga verder naar uw bestelling.',
      changeset_already_applied: 'Dit zit al in uw bestelling. Er is niet twee keer afgeschreven; ga verder naar uw bestelling.',
      unsupported_payment_method:
        'Met uw betaalwijze kan niet nogmaals worden afgeschreven. Er is niets afgeschreven; u kunt dit in de winkel kopen.',
      invalid_request: 'Dit kon niet worden toegevoegd. Er is niets afgeschreven; ga verder naar uw bestelling.',
      server_error: 'Er ging onderweg iets mis. Er is niets afgeschreven; probeer het nog eens of ga verder naar uw bestelling.',
      buyer_consent_required:
        'Hiervoor is uw toestemming voor een abonnement nodig. Er is niets afgeschreven; u kunt het in de winkel kopen.',
      subscription_vaulting_error:
        'Uw betaalgegevens konden niet voor een abonnement worden bewaard. Er is niets afgeschreven; u kunt het in de winkel kopen.',
      subscription_contract_creation_error:
        'Het abonnement kon niet worden gestart. Er is niets afgeschreven; u kunt het in de winkel opnieuw proberen.',
      subscription_no_shipping_address_error:
        'Een abonnement heeft een bezorgadres nodig, en uw bestelling heeft er geen. Er is niets afgeschreven; u kunt het in de winkel kopen.',
      subscription_limit_error:
        'Uw bestelling kan geen tweede abonnement bevatten. Er is niets afgeschreven; u kunt het apart in de winkel bestellen.',
      order_released_error:
        'Uw bestelling wordt al klaargemaakt, er kan niets meer bij. Er is niets afgeschreven; u kunt het apart in de winkel bestellen.',
    },
  },
}
