import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'smol-toml'
import type { Simulator } from '../simulator.ts'

const EXTENSIONS = fileURLToPath(new URL('../../../', import.meta.url))

/** A trigger as the app deployed it. A reference's key is its thing's name with `_id`; every other field has a key of its own. */
export interface Trigger {
  handle: string
  name: string
  fields: { key: string; type: string }[]
}

interface Toml {
  extensions?: { type: string; handle: string; name: string }[]
  settings?: { fields?: { type: string; key?: string }[] }
}

/** The app's triggers, by what its extensions' files say. */
export async function triggersOf({ settings }: Simulator): Promise<Trigger[]> {
  const folder = `${settings.projectFolder ?? EXTENSIONS}/extensions`
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(names.map((name) => readFile(`${folder}/${name}/shopify.extension.toml`, 'utf8').catch(() => '')))
  return files.flatMap((text) => {
    const { extensions = [], settings: { fields = [] } = {} } = parse(text) as Toml
    return extensions
      .filter(({ type }) => type === 'flow_trigger')
      .map(({ handle, name }) => ({ handle, name, fields: fields.map(({ type, key }) => ({ type, key: key ?? keyOf(type) })) }))
  })
}

const keyOf = (reference: string): string => reference.replace(/_reference$/, '_id')
