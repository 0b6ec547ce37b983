import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'smol-toml'

interface PostPurchaseExtension {
  handle: string
  script: string
  metafields: { namespace: string; key: string }[]
}

const PROJECT = new URL('../../../', import.meta.url).pathname

interface Toml {
  type?: string
  handle?: string
  metafields?: PostPurchaseExtension['metafields']
  extensions?: Toml[]
}

/** The post-purchase extension as `shopify app build` left it under extensions/<folder>/dist, or null where none was built. */
export async function builtExtension(folder: string | null): Promise<PostPurchaseExtension | null> {
  for (const one of await folders(join(folder ?? PROJECT, 'extensions'))) {
    const toml = await readFile(join(one, 'shopify.extension.toml'), 'utf8').then(
      (text) => parse(text) as Toml,
      () => null,
    )
    const declared = toml && [toml, ...(toml.extensions ?? [])].find(({ type }) => type === 'checkout_post_purchase')
    if (!declared) continue
    const script = await newestScript(join(one, 'dist'))
    if (script)
      return {
        handle: declared.handle ?? toml.handle ?? 'post-purchase',
        script: await readFile(script, 'utf8'),
        metafields: declared.metafields ?? toml.metafields ?? [],
      }
  }
  return null
}

const folders = (path: string): Promise<string[]> =>
  readdir(path, { withFileTypes: true }).then(
    (entries) => entries.filter((entry) => entry.isDirectory()).map((entry) => join(path, entry.name)),
    () => [],
  )

async function newestScript(dist: string): Promise<string | null> {
  const names = await readdir(dist).catch(() => [])
  const script = names.filter((name) => name.endsWith('.js')).sort()[0]
  return script ? join(dist, script) : null
}
