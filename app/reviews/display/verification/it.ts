import type { Assurances } from './assurances.ts'

export const it: Assurances = {
  intro: '{shop} raccoglie le recensioni con Encore, un’app open source. Qui è spiegato come, e che cosa significano le indicazioni.',
  verified:
    '«Acquisto verificato» significa che abbiamo trovato l’ordine: la recensione è stata scritta da un link inviato dopo la consegna, oppure l’ordine è stato trovato in altro modo. Nessun’altra recensione porta questa indicazione.',
  open: 'Anche i visitatori possono scrivere. Il loro acquisto non è stato verificabile, perciò le loro recensioni non hanno indicazioni.',
  closed: 'Possono scrivere solo gli acquirenti a cui lo abbiamo chiesto.',
  all: 'Pubblichiamo recensioni positive e negative allo stesso modo. Una recensione viene nascosta solo per spam, offese, dati personali, fuori tema o contenuto illecito, e il motivo viene registrato. Un voto basso non è mai un motivo, e solo chi scrive può cambiare il voto.',
  partial: 'Alcune recensioni non sono mostrate a causa del voto. Media ed elenco non rispecchiano quindi tutte le opinioni.',
  rewards:
    'Alcuni ricevono un premio, come uno sconto sul prossimo ordine. È uguale per ogni recensione sincera, positiva o negativa, e ognuna lo indica.',
  noRewards: 'Non diamo nulla in cambio delle recensioni.',
  imported: 'Le recensioni importate da un’altra app lo indicano. Non abbiamo potuto verificarle e non le chiamiamo mai verificate.',
  edited: 'Se un testo è stato modificato in seguito, per esempio per togliere dati personali, la recensione lo indica.',
  average: 'La media conta una volta ogni recensione pubblicata, comprese quelle premiate e importate.',
}
