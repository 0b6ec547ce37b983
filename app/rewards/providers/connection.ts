import { z } from 'zod'
import { Opened } from '../../values/opened.ts'
import { PROVIDERS } from './provider.ts'

const Key = z.string().trim().max(500).transform((key) => key || null).optional() // prettier-ignore

/** What a merchant pastes. What is left out stays as it is; what is empty is taken away. */
export const ConnectionKeys = z.object({
  secret: Key,
  apiKey: Key,
  header: z.string().trim().toLowerCase().regex(/^[a-z0-9-]{0,80}$/, 'A header has letters, digits and hyphens').transform((name) => name || null).optional(), // prettier-ignore
  encoding: z.enum(['hex', 'base64']).nullable().optional(),
})
export type ConnectionKeys = z.output<typeof ConnectionKeys>

export const ProviderRequest = z.discriminatedUnion('action', [
  z.object({ action: z.literal('connect') }),
  z.object({ action: z.literal('save'), keys: ConnectionKeys, opened: Opened }),
  z.object({ action: z.literal('test') }),
  z.object({ action: z.literal('disconnect') }),
  z.object({ action: z.literal('undo') }),
])
export type ProviderRequest = z.output<typeof ProviderRequest>

export const NamedProvider = z.enum(PROVIDERS)
