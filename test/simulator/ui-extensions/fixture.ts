import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { ORDER_STATUS, THANK_YOU } from './api/pages.ts'

const MODULES = fileURLToPath(new URL('../../../node_modules', import.meta.url))

interface Small {
  /** The body of a Preact component, with JSX; `shopify`, `useState` and `useEffect` are there. */
  body: string
  before?: string
  targets?: string[]
  capabilities?: string
  more?: string // of the toml
  texts?: Record<string, object>
  apiVersion?: string
}

/** For tests: a project folder with one UI extension, bundled with esbuild as Shopify's CLI bundles it. */
export async function uiExtensionFolder(small: Small): Promise<string> {
  const {
    targets = [THANK_YOU, ORDER_STATUS],
    capabilities = 'network_access = true',
    more = '',
    texts = {},
    apiVersion = '2026-07',
  } = small
  const folder = await mkdtemp(join(tmpdir(), 'ui-extension-'))
  const own = join(folder, 'extensions', 'small')
  await Promise.all(['src', 'dist', 'locales'].map((name) => mkdir(join(own, name), { recursive: true })))
  const targeting = targets.map((target) => `[[extensions.targeting]]\nmodule = "./src/Block.jsx"\ntarget = "${target}"\n`).join('')
  await writeFile(
    join(own, 'shopify.extension.toml'),
    `api_version = "${apiVersion}"\n[[extensions]]\ntype = "ui_extension"\nname = "Small"\nhandle = "small"\n${targeting}${more}\n[extensions.capabilities]\n${capabilities}\n`,
  )
  for (const [name, nested] of Object.entries(texts)) await writeFile(join(own, 'locales', `${name}.json`), JSON.stringify(nested))
  await writeFile(join(own, 'dist', 'small.js'), await bundled(small, targets))
  return folder
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
