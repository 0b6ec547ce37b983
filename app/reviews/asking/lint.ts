import { LANGUAGES, type Language } from '../../values/languages.ts'

/**
 * What a request must not say (R2; 16 CFR 465.4: nothing may be offered for a particular sentiment, not even by implication). One list for
 * all languages: a German mail may say "5 stars" too. Each pattern names what it finds. `~` stands for any space or hyphen.
 */
const PATTERNS: Readonly<Record<Language, readonly string[]>> = {
  en: [
    '(5|five)~stars?',
    '(top|best|highest|full|perfect)~(rating|score|marks|stars)',
    '(positive|good|great|nice|favou?rable|glowing|excellent|happy|kind)~(review|feedback|rating|words?|opinion|testimonial)s?',
    'if~you~(loved?|liked?|enjoy(ed)?|are~(happy|satisfied))',
    '(review|rate)~us~(positively|well)',
    'love~it\\?',
  ],
  de: [
    '(5|fünf)~sternen?',
    '(5|fünf)~sterne~bewertung',
    '(positive[srnm]?|gute[srnm]?|tolle[srnm]?|nette[srnm]?|beste[srnm]?)~(bewertung|rezension|rückmeldung|feedback|kritik|meinung)(en)?',
    '(best|top|höchst)~?(note|bewertung)',
    'wenn~(sie~zufrieden|du~zufrieden|es~ihnen~gefällt|es~dir~gefällt)',
    'zufrieden\\?',
  ],
  fr: [
    '(5|cinq)~étoiles?',
    '(avis|commentaires?|retours?|évaluations?)~(positifs?|favorables?|élogieux)',
    '(bon|bons|bonne|bonnes|super|excellents?)~(avis|commentaires?|notes?|retours?|évaluations?)',
    '(meilleure|note)~(note|maximale)',
    'si~(vous~(êtes~satisfaite?|avez~aimé)|tu~as~aimé)',
    'satisfaite?\\?',
  ],
  es: [
    '(5|cinco)~estrellas?',
    '(reseñas?|opini[oó]n(es)?|valoraci[oó]n(es)?|comentarios?)~(positivas?|positivos?|buenas?|buenos?|favorables?)',
    '(buenas?|buenos?|excelentes?|gran)~(reseñas?|opini[oó]n(es)?|valoraci[oó]n(es)?|comentarios?)',
    '(máxima|mejor)~(puntuaci[oó]n|nota|valoraci[oó]n)',
    'si~(le|te)~(gustó|ha~gustado|encant[oó])',
  ],
  it: [
    '(5|cinque)~stelle',
    '(recension[ei]|opinion[ei]|feedback|valutazion[ei]|comment[oi])~(positiv[aoei]|favorevol[ei]|buon[aoei])',
    '(buon[aoei]?|ottim[aoei]|bell[aoei])~(recension[ei]|opinion[ei]|feedback|valutazion[ei]|comment[oi])',
    '(massimo|miglior)~(punteggio|voto)',
    'se~(le|ti)~è~piaciut[oa]',
  ],
  nl: [
    '(5|vijf)~sterren',
    '(positieve?|goede|mooie|lovende|leuke)~(reviews?|beoordeling(en)?|recensies?|feedback|reacties?)',
    '(hoogste|beste|top)~(score|cijfer|beoordeling)',
    'als~(u|je)~(tevreden~bent|het~leuk~vond)',
    'tevreden\\?',
  ],
  'pt-BR': [
    '(5|cinco)~estrelas?',
    '(avaliaç(ão|ões)|resenhas?|comentários?|opini(ão|ões)|feedback)~(positiv[ao]s?|favoráve(l|is)|bo[ao]s?|bons)',
    '(bo[ao]s?|bons|ótim[ao]s?|excelentes?)~(avaliaç(ão|ões)|resenhas?|comentários?|opini(ão|ões)|feedback)',
    'nota~máxima',
    'se~(você~)?(gostou|amou|adorou)',
  ],
  ja: [
    '(5|5|五)つ?~?(つ)?星',
    '星~?(5|5|五)つ?',
    '(高|良い|よい|好意的な|ポジティブな|肯定的な)~?(評価|レビュー|口コミ|クチコミ|感想)',
    '(満足|気に入っ)(いただけ|た)(ましたら|ら|場合)',
    '最高評価',
    '満点',
  ],
  he: [
    '(5|חמישה|חמש)~כוכבים',
    '(ביקורת|ביקורות|חוות~דעת|תגובה|תגובות|דירוג)~(חיובית|חיוביות|טובה|טובות|מעולה|חיובי|גבוה)',
    'אם~(אהבתם|אהבת|נהניתם|נהנית)',
    'דירוג~מקסימלי',
  ],
  ar: [
    '(5|٥|خمس|خمسة)~نجوم',
    '(تقييمات|تقييمًا|تقييما|تقييم|مراجعة|رأي|رأيًا|تعليق|تعليقًا)~(إيجابيًا|إيجابيا|إيجابية|إيجابي|جيدًا|جيدة|جيد|ممتازًا|ممتاز)',
    'أعلى~تقييم',
    'إذا~(أعجبك|أعجبتك|كنت~راضيًا)',
  ],
  fa: [
    '(5|۵|پنج)~ستاره',
    '(نظر|نظرات|دیدگاه|امتیاز|نقد)(ی|های|‌های)?~(مثبت|خوب|عالی)',
    '(بالاترین|بهترین)~(امتیاز|نمره)',
    'اگر~(راضی~(بودید|هستید)|دوست~داشتید|خوشتان~آمد)',
  ],
  ru: [
    '(5|пять)~зв[её]зд',
    '(положительн|хорош|позитивн|отличн|добр)(ый|ого|ые|ых|ую|ая|ий|ее|ие)~(отзыв|отзыва|отзывы|оценк[уаи]|комментари[йия])',
    '(высш|максимальн|наивысш)(ую|ая|ий)~(оценк[уа]|балл)',
    'если~(вам~понравил(ось|ся|ась)|вы~довольны)',
  ],
}

// Scripts without letters' edges (Japanese) and with clinging particles (Hebrew, Arabic, Persian) are searched anywhere.
const ANYWHERE: ReadonlySet<Language> = new Set(['ja', 'he', 'ar', 'fa'])

const compiled = LANGUAGES.flatMap((language) =>
  PATTERNS[language].map((pattern) => {
    const body = pattern.replaceAll('~?', '[\\s\\p{Pd}]*').replaceAll('~', '[\\s\\p{Pd}\\u200c]+')
    return new RegExp(ANYWHERE.has(language) ? body : `(?<![\\p{L}\\p{N}])(?:${body})(?![\\p{L}\\p{N}])`, 'iu')
  }),
)
const STARS = /([★⭐🌟]️?\s*){2,}/u

/** The words that must go, as they stand in the text; null: it asks for an honest opinion. */
export function leadingWords(text: string): string | null {
  const plain = text.normalize('NFC').replaceAll(/[‎‏­]/g, '')
  for (const pattern of [STARS, ...compiled]) {
    const found = pattern.exec(plain)
    if (found) return found[0].trim()
  }
  return null
}
