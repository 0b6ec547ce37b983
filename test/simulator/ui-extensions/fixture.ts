import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { ORDER_STATUS, THANK_YOU } from './api/pages.ts'

const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url))

interface Small {
  handle?: string
  /** The body of a Preact component, with JSX; `shopify`, `useState` and `useEffect` are there. */
  body: string
  before?: string
  targets?: string[]
  capabilities?: string
  more?: string // of the toml
  texts?: Record<string, object>
  apiVersion?: string
}

/** For tests: a project folder with UI extensions, each bundled with esbuild as Shopify's CLI bundles it. */
export async function uiExtensionFolder(...smalls: Small[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ui-extension-'))
  await Promise.all(smalls.map((small) => write(join(folder, 'extensions', small.handle ?? 'small'), small)))
  return folder
}

async function write(own: string, small: Small): Promise<void> {
  const { handle = 'small', targets = [THANK_YOU, ORDER_STATUS], capabilities = 'network_access = true', more = '', texts = {} } = small
  await Promise.all(['src', 'dist', 'locales'].map((name) => mkdir(join(own, name), { recursive: true })))
  const targeting = targets.map((target) => `[[extensions.targeting]]\nmodule = "./src/Block.jsx"\ntarget = "${target}"\n`).join('')
  const toml = `api_version = "${small.apiVersion ?? '2026-07'}"
[[extensions]]
type = "ui_extension"
name = "Small"
handle = "${handle}"
${targeting}${more}
[extensions.capabilities]
${capabilities}
`
  await writeFile(join(own, 'shopify.extension.toml'), toml)
  for (const [name, nested] of Object.entries(texts)) await writeFile(join(own, 'locales', `${name}.json`), JSON.stringify(nested))
  await writeFile(join(own, 'dist', `${handle}.js`), await bundled(small, targets))
}

/** The entry is the one that the CLI writes. */
async function bundled({ body, before = '' }: Small, targets: string[]): Promise<string> {
  const source = `import '@shopify/ui-extensions/preact'
import { render } from 'preact'
import { useEffect, useState } from 'preact/hooks'
${before}
function Block() { ${body} }
const Target = async () => render(<Block />, document.body)
${targets.map((target) => `shopify.extend('${target}', (...args) => Target(...args))`).join('\n')}
void [useEffect, useState]`
  const { outputFiles } = await build({
    stdin: { contents: source, loader: 'jsx', resolveDir: MODULES },
    nodePaths: [MODULES],
    bundle: true,
    write: false,
    target: 'es6',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    minify: true,
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
