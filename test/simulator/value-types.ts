import { NotModelled } from './admin-api/refusals.ts'

type Check = (value: string) => boolean

const MOST_OF_A_LINE = 255 * 40
const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
const isRating: Check = (value) => {
  const read = parsed(value) as { value?: string; scale_min?: string; scale_max?: string } | undefined
  const [at, least, most] = [read?.value, read?.scale_min, read?.scale_max].map(Number)
  return [at, least, most].every((one) => Number.isFinite(one)) && (at as number) >= (least as number) && (at as number) <= (most as number)
}

const CHECKS: Record<string, [Check, string]> = {
  single_line_text_field: [(value) => !/[\r\n]/.test(value) && value.length <= MOST_OF_A_LINE, 'must be a single line text string.'],
  multi_line_text_field: [() => true, ''],
  boolean: [(value) => value === 'true' || value === 'false', 'must be true or false.'],
  number_integer: [(value) => /^-?\d+$/.test(value), 'must be an integer.'],
  number_decimal: [(value) => /^-?\d{1,13}(\.\d{1,9})?$/.test(value), 'must be a decimal.'],
  date_time: [(value) => !Number.isNaN(Date.parse(value)) && /^\d{4}-\d\d-\d\dT/.test(value), 'must be a valid ISO 8601 date and time.'],
  json: [(value) => parsed(value) !== undefined, 'is invalid JSON.'],
  rating: [isRating, 'must be within its scale.'],
  url: [(value) => /^(https?|mailto|sms|tel):/.test(value), 'must be a URL.'],
  'list.metaobject_reference': [
    (value) => {
      const list = parsed(value)
      return Array.isArray(list) && list.length <= 128 && list.every((one) => /^gid:\/\/shopify\/Metaobject\/\d+$/.test(String(one)))
    },
    'must be a list of at most 128 metaobjects.',
  ],
}

/** What Shopify would say of such a value, or null. An empty value is judged by whoever asks. */
export function whatIsWrongWith(type: string, value: string): string | null {
  const check = CHECKS[type]
  if (!check) throw new NotModelled(`The simulator does not model values of type ${type}`)
  return value === '' || check[0](value) ? null : `Value ${check[1]}`
}
