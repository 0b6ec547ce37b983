import { NotModelled } from '../admin-api/refusals.ts'
import type { Context } from './create-cart.ts'

/** PT_BR for `pt-BR`. */
const codeOf = (locale: string) => ({ isoCode: locale.toUpperCase().replace('-', '_') })

/** The languages that a shop is published in; without a context the one in force is its own. */
export function localization({ shop, inContext }: Context): object {
  if (Object.keys(inContext).length > 0) throw new NotModelled(`localization of the Storefront API in a context`)
  return { language: codeOf(shop.locale), availableLanguages: shop.locales.map(codeOf) }
}
