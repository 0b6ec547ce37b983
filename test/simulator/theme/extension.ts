import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse } from 'smol-toml'

/** A theme app extension as it lies in its folder; nothing of it is built. */
export interface ThemeExtension {
  handle: string
  folder: string
  blocks: ReadonlyMap<string, Block>
  snippets: Readonly<Record<string, string>>
  /** Language -> nested texts; `default` is what others fall back to. */
  texts: ReadonlyMap<string, Texts>
}

export interface Block {
  name: string
  liquid: string
  stylesheet: string | null
  templates: readonly string[] | null
  settings: readonly Setting[]
}
interface Setting {
  type: string
  id?: string
  default?: unknown
  autofill?: boolean
}
export interface Texts {
  [key: string]: string | Texts
}

const PROJECT = new URL('../../../', import.meta.url).pathname
const SCHEMA = /\{%-?\s*schema\s*-?%\}([\s\S]*?)\{%-?\s*endschema\s*-?%\}/
const FOLDERS = ['assets', 'blocks', 'snippets', 'locales']
const KNOWN_SETTINGS = ['product', 'checkbox', 'text', 'range', 'select', 'color', 'header', 'paragraph']

/** Read at every page, so that a change shows at once. Null where the project has none. */
export async function themeExtension(project: string | null): Promise<ThemeExtension | null> {
  const root = join(project ?? PROJECT, 'extensions')
  for (const folder of await names(root)) {
    const toml = await readFile(join(root, folder, 'shopify.extension.toml'), 'utf8').then(
      (text) => parse(text) as { type?: string; handle?: string },
      () => null,
    )
    if (toml?.type === 'theme') return read(join(root, folder), toml.handle ?? folder)
  }
  return null
}

async function read(folder: string, handle: string): Promise<ThemeExtension> {
  const strange = (await names(folder)).filter(
    (name) => !name.startsWith('.') && !FOLDERS.includes(name) && name !== 'shopify.extension.toml',
  )
  if (strange.length > 0) throw new Error(`Shopify takes no ${strange.join(', ')} in a theme app extension`)
  const blocks = (await files(folder, 'blocks', '.liquid')).map(([name, text]) => [name, blockOf(name, text)] as const)
  const texts = (await files(folder, 'locales', '.json')).map(([name, text]) => {
    const language = name.replace(/\.default$/, '')
    const parsed = JSON.parse(text) as Texts
    return name.endsWith('.default')
      ? ([
          ['default', parsed],
          [language, parsed],
        ] as const)
      : ([[language, parsed]] as const)
  })
  return {
    handle,
    folder,
    blocks: new Map(blocks),
    snippets: Object.fromEntries(await files(folder, 'snippets', '.liquid')),
    texts: new Map(texts.flat()),
  }
}

function blockOf(name: string, source: string): Block {
  const schema = JSON.parse(SCHEMA.exec(source)?.[1] ?? 'null')
  if (!schema) throw new Error(`The block ${name} has no schema`)
  const settings: Setting[] = schema.settings ?? []
  const unknown = settings.find(({ type }) => !KNOWN_SETTINGS.includes(type))
  if (unknown) throw new Error(`The simulator does not model settings of type ${unknown.type} (${name})`)
  if (schema.target !== 'section' || schema.javascript)
    throw new Error(`The simulator models blocks of sections without own script (${name})`)
  return {
    name: schema.name,
    liquid: source.replace(SCHEMA, ''),
    stylesheet: schema.stylesheet ?? null,
    templates: schema.enabled_on?.templates ?? null,
    settings,
  }
}

const names = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])

const files = async (folder: string, part: string, ending: string): Promise<[string, string][]> =>
  Promise.all(
    (await names(join(folder, part)))
      .filter((name) => name.endsWith(ending))
      .map(async (name): Promise<[string, string]> => [basename(name, ending), await readFile(join(folder, part, name), 'utf8')]),
  )

/** `enabled_on` and the settings' defaults, as the theme editor leaves them when a block is added. */
export const defaultsOf = (block: Block): Record<string, unknown> =>
  Object.fromEntries(block.settings.flatMap(({ id, default: value }) => (id ? [[id, value ?? null]] : [])))
