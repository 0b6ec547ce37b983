import type { Language } from '#app/values/languages.ts'

/** `26 November 2026` on the shop's calendar, in her language. */
export const sayDay = (instant: Date, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone }).format(instant)

/** The same with the time of day, for what ends at a minute. */
export const sayMinute = (instant: Date, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone }).format(instant)
