/** Numbers as somebody typed them; what is none is NaN, and the schema says so beside its field. */

/** `1,000` and `1.000` are a thousand: a whole number has no decimals that they could be. */
export function wholeTyped(text: string): number {
  const digits = text.trim()
  if (/^-?\d+$/.test(digits)) return Number(digits)
  return /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(digits) ? Number(digits.replace(/[.,]/g, '')) : NaN
}

/** `12,5` and `12.5` are the same; `1,000` is a thousand here too, as nobody writes three decimals of which the last is a zero. */
export function percentTyped(text: string): number {
  const number = text.trim().replace(',', '.')
  if (/^[1-9]\d{0,2}\.\d\d0$/.test(number)) return wholeTyped(number)
  return /^-?(\d+\.?\d*|\.\d+)$/.test(number) ? Number(number) : NaN
}
