/** Country names of Online Retail II that are not CLDR's English ones. */
const OTHER_NAMES: Record<string, string> = {
  USA: 'US',
  EIRE: 'IE',
  RSA: 'ZA',
  'Channel Islands': 'JE',
  'West Indies': 'BB',
  Korea: 'KR',
  'Hong Kong': 'HK',
  'Czech Republic': 'CZ',
}

/** Codes of countries that are no more carry the names of those that are: DD is Germany too. */
const isOfToday = (code: string): boolean => new Intl.Locale(`und-${code}`).region === code

const byName = new Map<string, string>()
const names = new Intl.DisplayNames(['en'], { type: 'region' })
for (let first = 65; first <= 90; first++) {
  for (let second = 65; second <= 90; second++) {
    const code = String.fromCharCode(first, second)
    const name = names.of(code)
    if (name && name !== code && isOfToday(code)) byName.set(name, code)
  }
}

/** ISO 3166 code; an unspecified or unknown country is the shop's own, as the file's `Unspecified` says nothing better. */
export const countryCode = (name: string): string => OTHER_NAMES[name] ?? byName.get(name) ?? 'GB'
