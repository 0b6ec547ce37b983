/** Whose address may be that of anybody. */
const ANYBODYS =
  /(^|\.)(myshopify\.com|gmail\.com|googlemail\.com|outlook\.com|hotmail\.com|live\.com|yahoo\.[a-z.]+|icloud\.com|gmx\.[a-z]+|web\.de|mail\.ru|yandex\.[a-z]+|proton\.me|protonmail\.com|aol\.com|qq\.com|163\.com)$/

interface Insiders {
  /** Of staff who opened Encore, and of the shop itself. */
  emails: readonly string[]
  /** The shop's own domains. */
  hosts: readonly string[]
}

/** Written by somebody of the shop (R9; 16 CFR 465.5): by a staff member's address, or any at the shop's own domain. */
export function isInsider(email: string | null, { emails, hosts }: Insiders): boolean {
  const address = email?.trim().toLowerCase() ?? ''
  const at = address.lastIndexOf('@')
  if (at < 1) return false
  if (emails.some((known) => known.toLowerCase() === address)) return true
  const domain = address.slice(at + 1)
  const own = hosts.map((host) => host.toLowerCase().replace(/^www\./, '')).filter((host) => !ANYBODYS.test(host))
  return own.some((host) => domain === host || domain.endsWith(`.${host}`))
}
