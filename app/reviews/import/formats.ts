import type { Format, Mapping } from './format.ts'
import { judgeMe } from './formats/judge-me.ts'
import { judgeMeExport } from './formats/judge-me-export.ts'
import { loox } from './formats/loox.ts'
import { looxExport } from './formats/loox-export.ts'
import { shopifyReviews } from './formats/shopify-reviews.ts'
import { okendo } from './formats/okendo.ts'
import { opinew } from './formats/opinew.ts'
import { ryviu } from './formats/ryviu.ts'
import { trustoo } from './formats/trustoo.ts'
import { yotpo } from './formats/yotpo.ts'
import { stamped } from './formats/stamped.ts'
import { meta } from './formats/meta.ts'
import { encore } from './formats/encore.ts'

export const FORMATS: readonly Format[] = [
  judgeMe,
  judgeMeExport,
  loox,
  looxExport,
  shopifyReviews,
  okendo,
  opinew,
  ryviu,
  trustoo,
  yotpo,
  stamped,
  meta,
  encore,
]

const plain = (column: string): string => column.trim().toLowerCase()

/** The format whose columns are all there; of several the one that says most about this file. Null: the merchant maps the columns herself. */
export function recognise(header: readonly string[]): Format | null {
  const present = new Set(header.map(plain))
  const fitting = FORMATS.filter(({ header: needed }) => needed.every((column) => present.has(column)))
  const explained = (format: Format) =>
    [...present].filter((column) => format.header.includes(column) || Object.values(format.columns).includes(column)).length
  return fitting.toSorted((a, b) => explained(b) - explained(a))[0] ?? null
}

/** Which of the file's columns stands for what, by place; a column that the file lacks is left out. */
export function mappingOf(format: Format, header: readonly string[]): Mapping {
  const places = new Map(header.map((column, index) => [plain(column), index]))
  return Object.fromEntries(
    Object.entries(format.columns).flatMap(([field, column]) => {
      const place = places.get(column)
      return place === undefined ? [] : [[field, place]]
    }),
  )
}
