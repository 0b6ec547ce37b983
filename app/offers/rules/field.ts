/** One thing that a condition holds, described so that the editor can draw it, turn its text into a value and back, and say what is wrong. */
export type Field = {
  name: string
  label: string
  help?: string
  problem?: string // what to do when the value is refused; otherwise the type's own words
} & (
  | { type: 'products' | 'variants' | 'collections' | 'offers' } // string[] of ids
  | { type: 'amount'; optional?: true; in?: string } // minor units of the shop's currency, or of the one that field `in` holds
  | { type: 'number'; min: number; max: number; optional?: true } // a whole number
  | { type: 'percent'; optional?: true }
  | { type: 'text'; optional?: true }
  | { type: 'texts'; suggest?: 'product-types' | 'vendors' | 'product-tags' | 'customer-tags' } // string[]
  | { type: 'choice'; options: readonly { value: string; label: string }[] }
  | { type: 'countries' | 'regions' | 'currencies' | 'languages' | 'weekdays' } // string[] of codes
  | { type: 'currency' } // one code
  | { type: 'date'; optional?: true } // 2026-11-22, in the shop's time zone
  | { type: 'salt' } // never shown; given once, when the condition is added
  | { type: 'time'; optional?: true } // 18:30, in the shop's time zone
)

const PROBLEMS: Record<Field['type'], string> = {
  products: 'Choose at least one product, at most 250',
  variants: 'Choose at least one variant, at most 250',
  collections: 'Choose at least one collection, at most 250',
  offers: 'Choose at least one offer, at most 250',
  amount: 'Enter an amount, such as 1250, without separators',
  number: 'Enter a whole number',
  percent: 'Enter a percentage from 0 to 100',
  text: 'Enter at most 255 characters',
  texts: 'Enter at least one, at most 250, none longer than 255 characters',
  choice: 'Choose one',
  countries: 'Choose at least one country',
  regions: 'Choose at least one region, or enter its code, such as DE-BY',
  currencies: 'Choose at least one currency',
  languages: 'Choose at least one language',
  weekdays: 'Choose at least one day',
  currency: 'Choose a currency',
  date: 'Enter a date',
  salt: 'Remove this condition and add it again',
  time: 'Enter a time, such as 18:30',
}

/** What the merchant should do about a value that was refused. */
export function problemOf(field: Field): string {
  if (field.problem) return field.problem
  return field.type === 'number' ? `Enter a whole number from ${field.min} to ${field.max.toLocaleString('en')}` : PROBLEMS[field.type]
}
