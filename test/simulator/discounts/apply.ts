import type { SimDiscount, SimOrder } from '../model.ts'
import { toDecimal, toMinor } from '../money.ts'
import { allocate } from '../checkout/money.ts'
import { classOf, combines, isEntitled, lineTotal, refusalOf } from './codes.ts'
import type { CodeRefusal, DiscountFacts, DiscountLine } from './codes.ts'

export interface Applied {
  code: string
  discount: SimDiscount
  perLine: number[] // minor units off each line, in the order of the facts' lines
  shipping: number
}

export interface Discounting {
  applied: Applied[]
  refused: { code: string; refusal: CodeRefusal }[]
}

/** Codes in the order entered; one that does not combine with an earlier one is refused and names it. */
export function applyCodes(
  codes: readonly { code: string; discount: SimDiscount | null }[],
  facts: DiscountFacts,
  shipping: number,
): Discounting {
  const accepted: { code: string; discount: SimDiscount }[] = []
  const refused: Discounting['refused'] = []
  for (const { code, discount } of codes) {
    const refusal = refusalOf(discount, code, facts)
    const rival = discount && !refusal ? accepted.find((other) => !combines(other.discount, discount)) : undefined
    if (refusal || !discount) refused.push({ code, refusal: refusal ?? { because: 'unknown' } })
    else if (rival) refused.push({ code, refusal: { because: 'does-not-combine', with: rival.code } })
    else accepted.push({ code, discount })
  }
  return { applied: take(accepted, facts, shipping), refused }
}

/** Product discounts first, the better one per line; order discounts then share what is left; shipping last. */
function take(accepted: readonly { code: string; discount: SimDiscount }[], facts: DiscountFacts, shipping: number): Applied[] {
  const left = facts.lines.map(lineTotal)
  const products = accepted.filter(({ discount }) => classOf(discount) === 'product')
  const wanted = products.map(({ discount }) => amounts(discount, facts.lines, left, facts.currency))
  const takenBy = facts.lines.map((_, index) => best(wanted.map((perLine) => perLine[index] ?? 0)))
  const afterProducts = left.map((units, index) => units - (wanted[takenBy[index] ?? -1]?.[index] ?? 0))
  const rest = [...afterProducts]
  return accepted.map(({ code, discount }) => {
    if (classOf(discount) === 'shipping') return { code, discount, perLine: left.map(() => 0), shipping }
    const position = products.findIndex((other) => other.discount === discount)
    if (position >= 0) {
      return {
        code,
        discount,
        perLine: (wanted[position] ?? []).map((amount, index) => (takenBy[index] === position ? amount : 0)),
        shipping: 0,
      }
    }
    const perLine = amounts(discount, facts.lines, afterProducts, facts.currency).map((amount, index) => Math.min(amount, rest[index] ?? 0))
    for (const [index, amount] of perLine.entries()) rest[index] = (rest[index] ?? 0) - amount
    return { code, discount, perLine, shipping: 0 }
  })
}

const best = (amountsOfOne: readonly number[]): number => {
  const highest = Math.max(0, ...amountsOfOne)
  return highest === 0 ? -1 : amountsOfOne.indexOf(highest)
}

function amounts(discount: SimDiscount, lines: readonly DiscountLine[], left: readonly number[], currency: string): number[] {
  const entitled = lines.map((line, index) => (isEntitled(discount, line) ? (left[index] ?? 0) : 0))
  if (!discount.value) return lines.map(() => 0)
  if ('percentage' in discount.value) {
    const share = discount.value.percentage
    return allocate(Math.round(entitled.reduce((sum, units) => sum + units, 0) * share), entitled)
  }
  const amount = toMinor(discount.value.amount, currency)
  if (discount.value.each) return lines.map((line, index) => Math.min(entitled[index] ?? 0, amount * line.quantity))
  return allocate(
    Math.min(
      amount,
      entitled.reduce((sum, units) => sum + units, 0),
    ),
    entitled,
  )
}

/** How the order's record names an applied code. */
export function applicationOf({ code, discount }: Applied): SimOrder['discountApplications'][number] {
  const shipping = classOf(discount) === 'shipping'
  const percentage = shipping ? 1 : discount.value && 'percentage' in discount.value ? discount.value.percentage : null
  const each = discount.value !== null && 'each' in discount.value && discount.value.each
  return {
    type: 'discount_code',
    code,
    value:
      percentage !== null ? (percentage * 100).toFixed(1) : discount.value && 'amount' in discount.value ? discount.value.amount : '0.0',
    valueType: percentage !== null ? 'percentage' : 'fixed_amount',
    allocationMethod: each ? 'each' : 'across',
    targetSelection: classOf(discount) === 'product' ? 'entitled' : 'all',
    targetType: shipping ? 'shipping_line' : 'line_item',
  }
}

export const discountCodeOf = (applied: Applied, currency: string): SimOrder['discountCodes'][number] => {
  const total = applied.perLine.reduce((sum, units) => sum + units, 0) + applied.shipping
  const type =
    classOf(applied.discount) === 'shipping'
      ? 'shipping'
      : applied.discount.value && 'percentage' in applied.discount.value
        ? 'percentage'
        : 'fixed_amount'
  return { code: applied.code, amount: toDecimal(total, currency), type }
}
