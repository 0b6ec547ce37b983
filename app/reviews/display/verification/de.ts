import type { Assurances } from './assurances.ts'

export const de: Assurances = {
  intro: '{shop} sammelt Bewertungen mit Encore, einer quelloffenen App. Hier steht, wie das geschieht und was die Kennzeichen bedeuten.',
  verified:
    '„Verifizierter Kauf“ heißt, dass wir die Bestellung gefunden haben: Die Bewertung wurde über einen Link geschrieben, den wir nach der Lieferung geschickt haben, oder die Bestellung ließ sich anders zuordnen. Keine andere Bewertung trägt dieses Kennzeichen.',
  open: 'Auch Besucher dürfen Bewertungen schreiben. Ihr Kauf ließ sich nicht prüfen, daher tragen ihre Bewertungen kein Kennzeichen.',
  closed: 'Nur Käufer, die wir darum gebeten haben, können eine Bewertung schreiben.',
  all: 'Wir veröffentlichen gute wie schlechte Bewertungen. Ausgeblendet wird eine Bewertung nur als Spam, Beschimpfung, wegen persönlicher Angaben, als themenfremd oder rechtswidrig; der Grund wird jedes Mal festgehalten. Wenige Sterne sind nie ein Grund, und niemand außer der Verfasserin kann die Sterne ändern.',
  partial:
    'Einige Bewertungen werden wegen ihrer Sternezahl nicht gezeigt. Durchschnitt und Liste geben daher nicht alle Meinungen wieder.',
  rewards:
    'Manche erhalten für ihre Bewertung eine Belohnung, etwa einen Rabatt auf die nächste Bestellung. Sie ist für jede ehrliche Bewertung gleich, ob positiv oder negativ, und jede solche Bewertung sagt es.',
  noRewards: 'Wir geben nichts für Bewertungen.',
  imported:
    'Bewertungen, die aus einer anderen Bewertungs-App übernommen wurden, sind so gekennzeichnet. Wir konnten sie nicht selbst prüfen und nennen sie nie verifiziert.',
  edited: 'Wurde ein Text nachträglich bearbeitet, etwa um persönliche Angaben zu entfernen, so steht es dabei.',
  average: 'Der Durchschnitt zählt jede veröffentlichte Bewertung einmal, auch belohnte und übernommene.',
}
