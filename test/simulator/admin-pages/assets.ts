import { build } from 'esbuild'

const HERE = new URL('./', import.meta.url).pathname

let made: Promise<Record<'app-bridge' | 'host', string>> | undefined

/** The admin's two scripts, built once per process. */
export const adminScripts = (): Promise<Record<'app-bridge' | 'host', string>> => (made ??= bundle())

async function bundle() {
  const { outputFiles } = await build({
    entryPoints: { 'app-bridge': `${HERE}bridge/app-bridge.ts`, host: `${HERE}host/host.ts` },
    outdir: HERE,
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'error',
  })
  const named = (name: string) => outputFiles.find((file) => file.path.endsWith(`/${name}.js`))?.text ?? ''
  return { 'app-bridge': named('app-bridge'), host: named('host') }
}
