import { words } from './words.ts'

export const Stars = ({ rating }: { rating: number }) => (
  <span className="review-stars" role="img" aria-label={words.outOfFive(rating)}>
    {'★'.repeat(rating)}
    <span>{'★'.repeat(5 - rating)}</span>
  </span>
)
