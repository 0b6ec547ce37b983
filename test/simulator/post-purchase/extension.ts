import { mkdtemp, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const TOML = `type = "checkout_post_purchase"
name = "Small"
handle = "small"

[[metafields]]
namespace = "$app"
key = "post_purchase"
`

/** For tests: a project folder that holds one built extension with the given body; `extend` is Shopify's. */
export async function extensionFolder(body: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'extension-'))
  const own = join(folder, 'extensions', 'small')
  await mkdir(join(own, 'dist'), { recursive: true })
  await writeFile(join(own, 'shopify.extension.toml'), TOML)
  await writeFile(join(own, 'dist', 'small.js'), `(() => { const { extend } = self.shopify; ${body} })()`)
  return folder
}
