import type { Language } from '#app/values/languages.ts'

/** `26 November 2026` on the shop's calendar, in her language. */
export const sayDay = (instant: Date, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(instant)

const TO_THE_MINUTE = { day: 'numeric', month: 'long', year: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const

/** The same with the time of day and whose clock that is, for what ends at a minute: she may live elsewhere. */
export const sayMinute = (instant: Date, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { ...TO_THE_MINUTE, timeZone }).format(instant)
