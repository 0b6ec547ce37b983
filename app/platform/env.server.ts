import { readFileSync } from 'node:fs'
import { z } from 'zod'

const required = z.string({ error: 'missing' }).min(1, 'missing')

const Environment = z.object({
  SHOPIFY_API_KEY: required,
  SHOPIFY_API_SECRET: required,
  SHOPIFY_APP_URL: required.pipe(z.url('not a URL')).transform((url) => url.replace(/\/+$/, '')),
  DATABASE_URL: required.pipe(z.url({ protocol: /^postgres(ql)?$/, error: 'not a postgresql:// URL' })),
  SCOPES: z
    .string()
    .optional()
    .transform((scopes) => listed(scopes || declaredScopes())),
  PORT: z.coerce.number({ error: 'not a port' }).int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  APP_BRIDGE_URL: z.url('not a URL').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'not a smtp:// URL' }).optional(),
  MAIL_FROM: z.email('not an e-mail address').optional(),
  MAIL_REPORT_TOKEN: z.string().min(16, 'shorter than 16 characters').optional(),
  SMS_URL: z.url('not a URL').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})
export type Environment = z.output<typeof Environment>
export type Variables = Readonly<Record<string, string | undefined>>

/** What the process was told, or one error that names everything missing or wrong. */
export function parseEnvironment(variables: Variables): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map((issue) => `  ${String(issue.path[0])}: ${issue.message}`)
  throw new Error(`These environment variables are missing or wrong:\n${[...new Set(faults)].join('\n')}`)
}

let current: Environment | undefined

/** Read once, when first asked: importing a module must not need an environment. */
export const environment = (variables: Variables = process.env): Environment => (current ??= parseEnvironment(variables))

function declaredScopes(): string {
  const toml = readFileSync(new URL('../../shopify.app.toml', import.meta.url), 'utf8')
  return /^\[access_scopes\][^[]*?^\s*scopes\s*=\s*("""|")(.*?)\1/ms.exec(toml)?.[2] ?? ''
}

const listed = (scopes: string): string[] =>
  scopes
    .split(',')
    .map((scope) => scope.trim())
    .filter(Boolean)
