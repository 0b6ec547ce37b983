import { execFile } from 'node:child_process'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

/** The bundle as Shopify's own CLI makes it, from a copy, so that a build going on elsewhere is not disturbed. */
export async function buildExtension(handle: string): Promise<{ bundle: string; remove: () => Promise<void> }> {
  const copy = await mkdtemp(join(tmpdir(), 'encore-extension-'))
  const take = (path: string) => cp(join(ROOT, path), join(copy, path), { recursive: true, filter: (source) => !/[\\/]dist$/.test(source) })
  await Promise.all([take('shopify.app.toml'), take('package.json'), take(`extensions/${handle}`), take('app/surfaces')])
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction')
  const cli = join(ROOT, 'node_modules/@shopify/cli/bin/run.js')
  await run(process.execPath, [cli, 'app', 'build', '--client-id', 'encore', '--path', copy], {
    env: { ...process.env, CI: '1', SHOPIFY_CLI_NO_ANALYTICS: '1' },
  })
  return { bundle: join(copy, `extensions/${handle}/dist/${handle}.js`), remove: () => rm(copy, { recursive: true, force: true }) }
}
