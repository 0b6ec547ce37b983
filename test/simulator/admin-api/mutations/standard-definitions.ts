import { type Caller } from '../fields.ts'
import { NotModelled } from '../refusals.ts'

interface Asked {
  ownerType: string
  namespace?: string
  key?: string
  id?: string
}

/** The standard definitions that apps for reviews share. */
const STANDARD = ['PRODUCT reviews.rating', 'PRODUCT reviews.rating_count']

export async function standardMetafieldDefinitionEnable(_: unknown, asked: Asked, { simulator, shop }: Caller): Promise<object> {
  const name = `${asked.ownerType} ${asked.namespace}.${asked.key}`
  if (asked.id) throw new NotModelled('The simulator enables standard definitions by namespace and key only')
  const refuse = (code: string, message: string) => ({ createdDefinition: null, userErrors: [{ field: null, code, message }] })
  if (!STANDARD.includes(name)) return refuse('TEMPLATE_NOT_FOUND', 'A standard definition was not found.')
  const held = await simulator.store.setting<string[]>(`definitions:${shop.domain}`, [])
  if (held.includes(name)) return refuse('TAKEN', 'Key is in use for Product metafields on this store.')
  await simulator.store.setSetting(`definitions:${shop.domain}`, [...held, name])
  return { createdDefinition: null, userErrors: [] }
}
