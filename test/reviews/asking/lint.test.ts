import { expect, test } from 'vitest'
import { leadingWords } from '#app/reviews/asking/lint.ts'
import { REQUEST_WORDS } from '#app/reviews/asking/request-words.ts'
import { LANGUAGES } from '#app/values/languages.ts'

test.each([
  ['Give us 5 stars!', '5 stars'],
  ['a Five-Star review', 'Five-Star'],
  ['five stars, please', 'five stars'],
  ['Leave a POSITIVE review and save', 'POSITIVE review'],
  ['We love good feedback', 'good feedback'],
  ['If you liked it, tell others', 'If you liked'],
  ['★★★★★ for you', '★★★★★'],
  ['Geben Sie uns 5 Sterne', '5 Sterne'],
  ['Wir freuen uns über eine positive Bewertung', 'positive Bewertung'],
  ['Zufrieden? Sagen Sie es weiter', 'Zufrieden?'],
  ['Donnez-nous cinq étoiles', 'cinq étoiles'],
  ['un avis positif', 'avis positif'],
  ['Denos 5 estrellas', '5 estrellas'],
  ['una reseña positiva', 'reseña positiva'],
  ['Lasci 5 stelle', '5 stelle'],
  ['una recensione positiva', 'recensione positiva'],
  ['Geef ons vijf sterren', 'vijf sterren'],
  ['een positieve beoordeling', 'positieve beoordeling'],
  ['Dê 5 estrelas', '5 estrelas'],
  ['uma avaliação positiva', 'avaliação positiva'],
  ['星5つをお願いします', '星5つ'],
  ['高評価をお願いします', '高評価'],
  ['תנו לנו 5 כוכבים', '5 כוכבים'],
  ['נשמח לביקורת חיובית', 'ביקורת חיובית'],
  ['امنحنا 5 نجوم', '5 نجوم'],
  ['اكتب تقييمًا إيجابيًا', 'تقييمًا إيجابيًا'],
  ['به ما ۵ ستاره بدهید', '۵ ستاره'],
  ['یک نظر مثبت بنویسید', 'نظر مثبت'],
  ['Поставьте нам 5 звёзд', '5 звёзд'],
  ['Оставьте положительный отзыв', 'положительный отзыв'],
  ['Tell us what you think, good or bad', null],
  ['10% off for any honest review, positive or negative', null],
  ['Wir lesen jede ehrliche Bewertung, ob gut oder schlecht', null],
  ['Rated by stars from 1 to 5', null],
])('%s', (text, found) => {
  expect(leadingWords(text)).toBe(found)
})

test.each(LANGUAGES)('our own words ask for an honest opinion: %s', (language) => {
  expect(Object.values(REQUEST_WORDS[language]).flatMap((text) => leadingWords(text) ?? [])).toEqual([])
})
