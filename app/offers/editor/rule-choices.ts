import { COUNTRIES } from '../countries.ts'
import { REGIONS, regionName } from '../regions.ts'
import type { Field } from '../rules/field.ts'

type Choice = { value: string; label: string }

const CURRENCIES =
  'AED AUD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR IQD IRR JOD JPY KRW KWD LBP MAD MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD UYU VND ZAR'.split(
    ' ',
  )
const LANGUAGES =
  'ar bg ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja kk ko lt lv mk ms nb nl pl pt ro ru sk sl sq sr sv th tr uk ur vi zh'.split(
    ' ',
  )
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const namesOf = (codes: readonly string[], type: 'currency' | 'language', label: (name: string, code: string) => string): Choice[] => {
  const names = new Intl.DisplayNames('en', { type })
  return codes
    .map((code) => ({ value: code, label: label(names.of(code) ?? code, code) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'))
}

const CHOICES: Partial<Record<Field['type'], readonly Choice[]>> = {
  countries: COUNTRIES.map(({ code, name }) => ({ value: code, label: name })),
  regions: Object.entries(REGIONS).flatMap(([country, regions]) =>
    Object.keys(regions).map((code) => ({ value: `${country}-${code}`, label: regionName(`${country}-${code}`) })),
  ),
  currencies: namesOf(CURRENCIES, 'currency', (name, code) => `${name} (${code})`),
  languages: namesOf(LANGUAGES, 'language', (name) => name),
  weekdays: DAYS.map((label) => ({ value: label.toLowerCase(), label })),
}

/** What a field of fixed codes offers to choose from. */
export const choicesOf = (type: Field['type']): readonly Choice[] => CHOICES[type] ?? []
