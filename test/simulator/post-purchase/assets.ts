import { build } from 'esbuild'

const PAGE = new URL('./page/', import.meta.url).pathname

interface Assets {
  host: string
  sandbox: string
}

let made: Promise<Assets> | undefined

/** The scripts of the post-purchase page, built once per process. */
export const assets = (): Promise<Assets> => (made ??= bundle())

async function bundle(): Promise<Assets> {
  const { outputFiles } = await build({
    entryPoints: { host: `${PAGE}host.ts`, sandbox: `${PAGE}sandbox.ts` },
    outdir: PAGE,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  })
  const named = (name: string) => outputFiles.find((file) => file.path.endsWith(`${name}.js`))?.text ?? ''
  return { host: named('host'), sandbox: named('sandbox') }
}
