import type { Assurances } from './assurances.ts'

export const nl: Assurances = {
  intro: '{shop} verzamelt reviews met Encore, een open-source app. Hier staat hoe dat gaat en wat de kenmerken betekenen.',
  verified:
    '‘Geverifieerde koper’ betekent dat we de bestelling vonden: de review is geschreven via een link die na levering is gestuurd, of de bestelling is op een andere manier gevonden. Geen andere review draagt dit kenmerk.',
  open: 'Ook bezoekers mogen schrijven. Hun aankoop kon niet worden gecontroleerd; hun reviews dragen geen kenmerk.',
  closed: 'Alleen kopers aan wie we het vroegen kunnen een review schrijven.',
  all: 'We plaatsen goede en slechte reviews. Een review wordt alleen verborgen als spam, belediging, vanwege persoonsgegevens, als niet ter zake of onrechtmatig, en de reden wordt vastgelegd. Een lage score is nooit een reden, en alleen de schrijver kan de score wijzigen.',
  partial: 'Sommige reviews worden vanwege hun score niet getoond. Gemiddelde en lijst geven dus niet alle meningen weer.',
  rewards:
    'Sommige schrijvers krijgen een beloning, zoals korting op de volgende bestelling. Die is gelijk voor elke eerlijke review, positief of negatief, en elke zulke review vermeldt het.',
  noRewards: 'We geven niets in ruil voor reviews.',
  imported:
    'Reviews die uit een andere app zijn overgenomen vermelden dat. We konden ze niet zelf controleren en noemen ze nooit geverifieerd.',
  edited: 'Is een tekst later bewerkt, bijvoorbeeld om persoonsgegevens te verwijderen, dan staat dat erbij.',
  average: 'Het gemiddelde telt elke geplaatste review één keer, ook beloonde en overgenomen.',
}
