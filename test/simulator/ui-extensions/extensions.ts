import { readFile, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { parse } from 'smol-toml'
import { NotModelled } from '../admin-api/refusals.ts'
import { SETTINGS } from '../settings.ts'
import { PUBLISHED } from './published/published.ts'

/** A UI extension as `shopify app build` left it. */
export interface UiExtension {
  handle: string
  name: string
  script: string
  targets: { target: string; metafields: Named[] }[]
  networkAccess: boolean
  apiAccess: boolean
  fields: SettingField[]
  texts: Texts
}

export interface Named {
  namespace: string
  key: string
}

/** `default` names the file that others fall back to. */
export interface Texts {
  default: string
  byLocale: Record<string, Nested>
}
export interface Nested {
  [key: string]: string | Nested
}

export interface SettingField {
  key: string
  type: (typeof FIELD_TYPES)[number]
  name?: string
  validations?: { name: string; value: string }[]
}

interface Toml {
  api_version?: string
  type?: string
  extensions?: {
    type?: string
    name?: string
    handle?: string
    targeting?: { module?: string; target?: string; metafields?: Named[] }[]
    metafields?: Named[]
    capabilities?: Record<string, unknown>
    settings?: { fields?: SettingField[] }
  }[]
}

const PROJECT = new URL('../../../', import.meta.url).pathname
const FIELD_TYPES = ['boolean', 'number_integer', 'number_decimal', 'single_line_text_field', 'multi_line_text_field'] as const
const CAPABILITIES = ['api_access', 'network_access']
const MOST_FIELDS = 20 // documented

/** The UI extensions of the project that have been built; read at every page, so that a change shows at once. */
export async function uiExtensions(project: string | null): Promise<UiExtension[]> {
  const root = join(project ?? PROJECT, 'extensions')
  const found = await Promise.all((await names(root)).map((folder) => read(join(root, folder))))
  return found.flat()
}

/** Those that run at a target, each with the metafields that it asks for there. */
export async function extensionsAt(project: string | null, target: string): Promise<UiExtension[]> {
  return (await uiExtensions(project)).filter(({ targets }) => targets.some((one) => one.target === target))
}

async function read(folder: string): Promise<UiExtension[]> {
  const toml = await readFile(join(folder, 'shopify.extension.toml'), 'utf8').then(
    (text) => parse(text) as Toml,
    () => null,
  )
  const declared = (toml?.extensions ?? []).filter(({ type }) => type === 'ui_extension')
  if (!toml || declared.length === 0) return []
  if (toml.api_version !== SETTINGS.apiVersion) throw new NotModelled(`UI extensions of API version ${toml.api_version}`)
  const texts = await textsOf(folder)
  const built = await Promise.all(declared.map((one) => extension(folder, one, texts)))
  return built.filter((one) => one !== null)
}

/** Null before it has been built. */
async function extension(folder: string, declared: NonNullable<Toml['extensions']>[number], texts: Texts): Promise<UiExtension | null> {
  const handle = declared.handle ?? basename(folder)
  const script = await readFile(join(folder, 'dist', `${handle}.js`), 'utf8').catch(() => null)
  if (script === null) return null
  refuseLarge(handle, script)
  const capabilities = declared.capabilities ?? {}
  const strange = Object.keys(capabilities).find((name) => !CAPABILITIES.includes(name))
  if (strange) throw new NotModelled(`the capability ${strange} of a UI extension (${handle})`)
  return {
    handle,
    name: translated(declared.name ?? handle, texts),
    script,
    targets: (declared.targeting ?? []).map(({ target = '', metafields }) => {
      if (!PUBLISHED[target]) throw new NotModelled(`the target ${target} (${handle})`)
      return { target, metafields: metafields ?? declared.metafields ?? [] }
    }),
    networkAccess: capabilities['network_access'] === true,
    apiAccess: capabilities['api_access'] === true,
    fields: fieldsOf(handle, declared.settings?.fields ?? []),
    texts,
  }
}

/** As Shopify refuses it at deploy. */
function refuseLarge(handle: string, script: string): void {
  const bytes = deflateSync(script).length
  if (bytes > SETTINGS.mostUiExtensionBytes)
    throw new Error(
      `Shopify takes no UI extension of more than ${SETTINGS.mostUiExtensionBytes} bytes; ${handle} has ${bytes} after deflate`,
    )
}

function fieldsOf(handle: string, fields: SettingField[]): SettingField[] {
  const unknown = fields.find(({ type }) => !FIELD_TYPES.includes(type))
  if (unknown) throw new NotModelled(`settings of type ${unknown.type} (${handle})`)
  if (fields.length > MOST_FIELDS) throw new Error(`Shopify takes at most ${MOST_FIELDS} settings of a UI extension (${handle})`)
  return fields
}

async function textsOf(folder: string): Promise<Texts> {
  const files = (await names(join(folder, 'locales'))).filter((name) => name.endsWith('.json'))
  const read = await Promise.all(
    files.map(async (name) => {
      const nested = JSON.parse(await readFile(join(folder, 'locales', name), 'utf8')) as Nested
      return [name.replace(/(\.default)?\.json$/, ''), nested] as const
    }),
  )
  const first = files.find((name) => name.endsWith('.default.json'))?.replace('.default.json', '')
  if (files.length > 0 && !first) throw new Error(`${basename(folder)} has locales, and none is called <language>.default.json`)
  return { default: first ?? 'en', byLocale: Object.fromEntries(read) }
}

const translated = (name: string, texts: Texts): string => {
  if (!name.startsWith('t:')) return name
  const text = texts.byLocale[texts.default]?.[name.slice(2)]
  return typeof text === 'string' ? text : name
}

const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])
