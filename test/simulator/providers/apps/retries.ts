const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** Svix's published schedule, which Okendo uses. */
export const SVIX_RETRIES = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR]
/** Trustoo: ten attempts, each gap three minutes longer than the one before. */
export const TRUSTOO_RETRIES = Array.from({ length: 9 }, (_, n) => (n + 1) * 3 * MINUTE)
/** Nobody else documents theirs: assumed. */
export const ASSUMED_RETRIES = [MINUTE, 10 * MINUTE, HOUR]
export const ASSUMED_TIMEOUT = 10 * SECOND
