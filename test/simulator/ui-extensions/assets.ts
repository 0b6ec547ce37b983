import { build } from 'esbuild'

const PAGE = new URL('./page/', import.meta.url).pathname

type Script = 'storefront' | 'admin' | 'sandbox'
let made: Promise<Record<Script, string>> | undefined

/** The scripts of pages with blocks, built once per process. */
export const assets = (): Promise<Record<Script, string>> => (made ??= bundle())

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: { storefront: `${PAGE}storefront.ts`, admin: `${PAGE}admin.ts`, sandbox: `${PAGE}sandbox.ts` },
    outdir: PAGE,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    loader: { '.css': 'text' },
    logLevel: 'error',
  })
  const named = (name: Script) => outputFiles.find((file) => file.path.endsWith(`/${name}.js`))?.text ?? ''
  return { storefront: named('storefront'), admin: named('admin'), sandbox: named('sandbox') }
}
