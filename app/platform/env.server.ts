import { z } from 'zod'
import { declaredScopes, listed, scopeFaults } from './declared-scopes.server.ts'

const required = z.string({ error: 'missing' }).min(1, 'missing')

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const Environment = z.object({
  SHOPIFY_API_KEY: required,
  SHOPIFY_API_SECRET: required,
  SHOPIFY_APP_URL: required.pipe(z.url({ protocol: /^https?$/, error: 'not an https:// URL' })).transform((url) => url.replace(/\/+$/, '')),
  DATABASE_URL: required.pipe(z.url({ protocol: /^postgres(ql)?$/, error: 'not a postgresql:// URL' })),
  SCOPES: z.string().optional().transform(scopesOf),
  PORT: z.coerce.number({ error: 'not a port' }).int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  APP_BRIDGE_URL: z.url('not a URL').optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'not a smtp:// URL' }).optional(),
  MAIL_FROM: z.email('not an e-mail address').optional(),
  MAIL_REPORT_TOKEN: z.string().min(16, 'shorter than 16 characters').optional(),
  SMS_URL: z.url('not a URL').refine(hasCarrier, 'not of the form https://SID:TOKEN@api.twilio.com?from=+15550001111').optional(),
  LOG_LEVEL: z.enum(LEVELS, { error: `not one of ${LEVELS.join(', ')}` }).default('info'),
})
export type Environment = z.output<typeof Environment>
export type Variables = Readonly<Record<string, string | undefined>>

/** What each is for, for who reads that it is missing. */
const PURPOSE: Record<keyof Environment, string> = {
  SHOPIFY_API_KEY: 'the app’s client id, from the Partner Dashboard',
  SHOPIFY_API_SECRET: 'the app’s secret, which checks Shopify’s tokens and webhooks',
  SHOPIFY_APP_URL: 'where Shopify and browsers reach Encore',
  DATABASE_URL: 'where everything is kept: postgresql://user:password@host:5432/encore',
  SCOPES: 'what Encore asks shops for',
  PORT: 'what Encore listens on',
  HOST: 'the address that Encore listens on',
  APP_BRIDGE_URL: 'where the admin’s script comes from',
  SMTP_URL: 'where e-mails leave: smtps://user:password@smtp.example:465',
  MAIL_FROM: 'the address that e-mails come from',
  MAIL_REPORT_TOKEN: 'what the mail carrier shows to report what came back',
  SMS_URL: 'where text messages leave',
  LOG_LEVEL: 'how much is logged',
}

/** What the process was told, or one error that names everything missing or wrong. */
export const parseEnvironment = (variables: Variables): Environment => parsed(Environment, variables)

/** The same of what reaches the database alone. */
export const parseDatabase = (variables: Variables): Pick<Environment, 'DATABASE_URL'> =>
  parsed(Environment.pick({ DATABASE_URL: true }), variables)

function parsed<Read>(schema: z.ZodType<Read>, variables: Variables): Read {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const faults = read.error.issues.map(
    ({ path: [name], message }) => `  ${String(name)}: ${message} (${PURPOSE[name as keyof Environment]})`,
  )
  throw new Error(`These environment variables are missing or wrong:\n${[...new Set(faults)].join('\n')}`)
}

let current: Environment | undefined

/** Read once, when first asked: importing a module must not need an environment. */
export const environment = (variables: Variables = process.env): Environment => (current ??= parseEnvironment(variables))

/** Those of shopify.app.toml unless it was told some. */
function scopesOf(told: string | undefined, context: z.RefinementCtx): string[] {
  const declared = declaredScopes()
  if (told === undefined) return [...declared.asked]
  const given = listed(told)
  for (const message of scopeFaults(given, declared)) context.addIssue({ code: 'custom', message })
  return given
}

/** An account, its token and a number to send from: without one of them every message would fail when it leaves. */
function hasCarrier(url: string): boolean {
  const { username, password, searchParams } = new URL(url)
  return username !== '' && password !== '' && Boolean(searchParams.get('from'))
}
