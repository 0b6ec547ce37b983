/** A global trade item number (GTIN-8, UPC, EAN, GTIN-14) out of what stands in the field for the barcode; null: it is none that Google takes. */
export function gtinIn(barcode: string | null): string | null {
  const digits = (barcode ?? '').replaceAll(/[\s-]/g, '')
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return null
  const padded = digits.padStart(14, '0')
  const sum = [...padded].reduce((total, digit, place) => total + Number(digit) * (place % 2 === 0 ? 3 : 1), 0)
  // Numbers that shops give to things for themselves begin with these.
  return sum % 10 === 0 && !/^(2|02|04)/.test(padded.slice(1)) ? digits : null
}
