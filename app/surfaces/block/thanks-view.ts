import type { BlockAnswer, BlockCode } from '../contract.ts'
import { fill } from '../wording/catalogue.ts'
import type { ThanksWords } from './thanks-words.ts'

export const viewReview = (words: ThanksWords, url: string): NonNullable<BlockAnswer['review']> => ({
  headline: words.reviewHeadline,
  text: words.reviewText,
  button: words.reviewButton,
  url,
})

export const viewCodes = (words: ThanksWords, codes: BlockCode[]): NonNullable<BlockAnswer['codes']> => ({
  headline: words.codesHeadline,
  copy: words.copy,
  codes,
})

interface Said {
  code: string | null
  notes?: readonly string[]
  value: string
  date: string
  gift?: BlockCode['gift']
}

export const sayCode = ({ until }: ThanksWords, { code, notes = [], value, date, gift }: Said): BlockCode => ({
  ...(code === null ? {} : { code }),
  text: [fill(until, { value, date }), ...notes].join(' · '),
  ...(gift ? { gift } : {}),
})
