import { dayEnd, DAYS, HOURS, later, MINUTES } from '../values/time.ts'
import type { Automation, AutomationKind } from './settings.ts'

/** How long after its hour a message still says something: the right message later, or none. */
const STALE_AFTER: Readonly<Record<AutomationKind, number>> = { 'missed-offer': 24 * HOURS, 'bounce-back': 2 * DAYS }

export const dueAt = (placedAt: Date, { waitMinutes }: Pick<Automation, 'waitMinutes'>): Date => later(placedAt, waitMinutes * MINUTES)

/** Nothing leaves after this, whatever held it back. */
export const staleAt = (kind: AutomationKind, placedAt: Date, settings: Pick<Automation, 'waitMinutes'>): Date =>
  later(dueAt(placedAt, settings), STALE_AFTER[kind])

/** The last moment of an offer that is made now: messages name a day, on the shop's calendar, and that day is whole. */
export const lastsUntil = (at: Date, { validDays }: Pick<Automation, 'validDays'>, timeZone: string): Date =>
  dayEnd(later(at, validDays * DAYS), timeZone).expiresAt
