import type { OfferCatalogue } from './entries.ts'

export const fr: OfferCatalogue = {
  headline: 'Ajoutez {product} à votre commande',
  headlineOfSeveral: 'Ajoutez l’un de ces articles à votre commande',
  body: 'En un clic, avec la même livraison : {discount}.',
  giftHeadline: 'Un cadeau pour vous : {product}',
  giftBody: 'Il est offert, livraison comprise. Un clic suffit pour l’ajouter à votre commande.',
  stars: '★ {average} / 5 · Avis : {count}',
  starsRewarded: '★ {average} / 5 · Avis : {count}, dont récompensés : {rewarded}',
  subscription: 'Abonnement',
  firstDelivery: 'La remise de cette offre vaut pour la première livraison',
  delivery: 'Livraison',
  freeDelivery: 'Livraison offerte',
  discount: '{percent} % de réduction',
  amountOff: 'Prix réduit',
  soldOut: 'Cet article vient d’être épuisé. Rien n’a été débité ; votre commande est inchangée.',
  ended: 'Cette offre est terminée. Rien n’a été débité ; votre commande est inchangée.',
  ranOut: 'Ce prix n’est plus disponible. Rien n’a été débité ; votre commande est inchangée.',
  enough: 'Votre commande ne peut rien accueillir de plus. Rien d’autre n’a été débité.',
  tryOrder: 'L’ajout n’a pas pu se faire. Rien n’a été débité ; votre commande est inchangée.',
  words: {
    accept: 'Payer maintenant · {total}',
    acceptFree: 'Ajouter gratuitement',
    accepting: 'Ajout à votre commande…',
    decline: 'Non, merci',
    another: 'Voir une autre offre',
    subtotal: 'Sous-total',
    discount: 'Réduction',
    shipping: 'Livraison',
    tax: 'Taxes',
    taxIncluded: 'Taxes incluses',
    total: 'Total',
    free: 'Offerte',
    quantity: 'Quantité : {count}',
    amount: 'Quantité',
    option: 'Modèle',
    choose: 'Choisissez un article',
    gift: 'Cadeau offert',
    consent: 'Veuillez d’abord accepter l’abonnement.',
    calculating: 'Calcul du prix…',
    unavailable: 'Le prix n’a pas pu être calculé. Votre commande est complète ; réessayez ou poursuivez.',
    declined: 'L’ajout n’a pas pu se faire. Rien n’a été débité ; votre commande est inchangée.',
    partly:
      'L’article a été ajouté, mais le paiement n’a pas abouti. La boutique vous indiquera comment le régler ; votre première commande n’est pas concernée.',
    unsure: 'La réponse du paiement ne nous est pas parvenue. La confirmation de commande indiquera ce qui a été acheté.',
    again: 'Réessayer',
    continue: 'Voir ma commande',
    errors: {
      payment_required:
        'Le paiement a été refusé et rien n’a été débité pour cet ajout. Votre première commande est assurée ; vous pouvez la consulter.',
      insufficient_inventory: 'Cet article vient d’être épuisé. Rien n’a été débité ; vous pouvez consulter votre commande.',
      changeset_already_applied: 'Cet article figure déjà dans votre commande. Il n’a pas été débité deux fois ; vous pouvez la consulter.',
      unsupported_payment_method:
        'Votre moyen de paiement ne permet pas un second débit. Rien n’a été débité ; vous pouvez acheter cet article dans la boutique.',
      invalid_request: 'L’ajout n’a pas pu se faire. Rien n’a été débité ; vous pouvez consulter votre commande.',
      server_error: 'Un incident est survenu. Rien n’a été débité ; réessayez ou consultez votre commande.',
      buyer_consent_required:
        'Votre accord pour un abonnement est nécessaire. Rien n’a été débité ; vous pouvez acheter cet article dans la boutique.',
      subscription_vaulting_error:
        'Vos données de paiement n’ont pas pu être conservées pour un abonnement. Rien n’a été débité ; vous pouvez acheter cet article dans la boutique.',
      subscription_contract_creation_error:
        'L’abonnement n’a pas pu être créé. Rien n’a été débité ; vous pouvez réessayer dans la boutique.',
      subscription_no_shipping_address_error:
        'Un abonnement demande une adresse de livraison, que votre commande n’a pas. Rien n’a été débité ; vous pouvez l’acheter dans la boutique.',
      subscription_limit_error:
        'Votre commande ne peut pas accueillir un autre abonnement. Rien n’a été débité ; vous pouvez le commander à part dans la boutique.',
      order_released_error:
        'Votre commande est déjà en préparation, rien ne peut y être ajouté. Rien n’a été débité ; vous pouvez commander cet article à part dans la boutique.',
    },
  },
}
