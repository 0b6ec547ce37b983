import type { Assurances } from './assurances.ts'

export const fr: Assurances = {
  intro: '{shop} recueille les avis avec Encore, une application libre. Cette page explique comment, et ce que signifient les mentions.',
  verified:
    '« Achat vérifié » signifie que nous avons retrouvé la commande : l’avis a été écrit par un lien envoyé après la livraison, ou la commande a été retrouvée autrement. Aucun autre avis ne porte cette mention.',
  open: 'Les visiteurs peuvent aussi écrire. Leur achat n’a pas pu être vérifié : leurs avis ne portent pas de mention.',
  closed: 'Seuls les acheteurs sollicités peuvent écrire un avis.',
  all: 'Nous publions les avis favorables comme défavorables. Un avis n’est masqué que pour spam, injure, données personnelles, hors sujet ou contenu illicite, et le motif est consigné. Une mauvaise note n’est jamais un motif, et seul l’auteur peut changer sa note.',
  partial: 'Certains avis ne sont pas affichés en raison de leur note. La moyenne et la liste ne reflètent donc pas toutes les opinions.',
  rewards:
    'Certaines personnes reçoivent une récompense, par exemple une réduction sur la prochaine commande. Elle est la même pour tout avis sincère, positif ou négatif, et chacun de ces avis le mentionne.',
  noRewards: 'Nous n’offrons rien en échange des avis.',
  imported:
    'Les avis importés d’une autre application le mentionnent. Nous n’avons pas pu les vérifier nous-mêmes et ne les disons jamais vérifiés.',
  edited: 'Si un texte a été modifié ensuite, par exemple pour retirer des données personnelles, l’avis le mentionne.',
  average: 'La moyenne compte une fois chaque avis publié, y compris récompensés et importés.',
}
