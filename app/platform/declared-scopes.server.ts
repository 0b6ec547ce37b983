import { readFileSync } from 'node:fs'

/** What shopify.app.toml asks every shop for, and what it may ask for later. */
export interface DeclaredScopes {
  asked: readonly string[]
  optional: readonly string[]
}

export function declaredScopes(): DeclaredScopes {
  const toml = readFileSync(new URL('../../shopify.app.toml', import.meta.url), 'utf8')
  const section = /^\[access_scopes\](.*?)(?=^\[)/ms.exec(toml)?.[1] ?? ''
  const asked = /^\s*scopes\s*=\s*("""|")(.*?)\1/ms.exec(section)?.[2] ?? ''
  const optional = /^\s*optional_scopes\s*=\s*\[(.*?)\]/ms.exec(section)?.[1] ?? ''
  return { asked: listed(asked), optional: listed(optional.replaceAll('"', '')) }
}

export const listed = (scopes: string): string[] =>
  scopes
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean)

/**
 * What is wrong with the scopes that a process was told: Shopify grants those of shopify.app.toml, so that a name beside them is a slip, and
 * Encore works with no fewer. Writing implies reading, as Shopify has it.
 */
export function scopeFaults(given: readonly string[], { asked, optional }: DeclaredScopes): string[] {
  const withReading = (scopes: readonly string[]) =>
    new Set([...scopes, ...scopes.map((scope) => scope.replace(/^((?:unauthenticated_)?)write_/, '$1read_'))])
  const [known, held] = [withReading([...asked, ...optional]), withReading(given)]
  return [
    ...given.filter((scope) => !known.has(scope)).map((scope) => `${scope} is no scope of shopify.app.toml`),
    ...asked.filter((scope) => !held.has(scope)).map((scope) => `${scope} is missing, which shopify.app.toml asks for`),
  ]
}
