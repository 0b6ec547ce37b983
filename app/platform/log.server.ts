import { pino } from 'pino'

/** One JSON line an event. Never log a body, a token or a person. */
export const log = pino({
  level: process.env['LOG_LEVEL'] || 'info',
  base: null,
  redact: ['accessToken', 'refreshToken', '*.accessToken', '*.refreshToken'],
})
