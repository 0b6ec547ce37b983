/** What a file of reviews may say about one. */
export const FIELDS = [
  'rating',
  'title',
  'body',
  'author',
  'email',
  'productId',
  'handle',
  'sku',
  'productUrl',
  'date',
  'status',
  'approved',
  'incentivised',
  'recommends',
  'reply',
  'replyDate',
  'photos',
  'photo2',
  'photo3',
  'photo4',
  'photo5',
  'video',
  'country',
  'language',
  'reviewId',
] as const
export type Field = (typeof FIELDS)[number]

/** Field -> the column's place in the file. */
export type Mapping = Partial<Record<Field, number>>

/** One app's file, recognised by its header; names of columns in small letters. */
export interface Format {
  name: string
  label: string
  header: readonly string[]
  columns: Partial<Record<Field, string>>
}
