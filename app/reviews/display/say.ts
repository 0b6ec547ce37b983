/** The texts of the theme app extension in one language: a text, or its plural forms. */
export type Texts = Readonly<Record<string, string | Readonly<Record<string, string>>>>

export type Say = (key: string, given?: Readonly<Record<string, string | number>>) => string

/** As Liquid's `t` says it, so that the first page and the further ones speak alike. */
export const sayIn =
  (texts: Texts, locale: string): Say =>
  (key, given = {}) => {
    const found = texts[key]
    if (found === undefined) throw new Error(`No text ${key}`)
    const text =
      typeof found === 'string' ? found : (found[new Intl.PluralRules(locale).select(Number(given['count']))] ?? found['other'] ?? '')
    return text.replaceAll(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(given[name] ?? ''))
  }
