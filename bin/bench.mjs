import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildAll } from './build.mjs'
import { node, ROOT } from './program.mjs'

/** `npm run bench -- NAME [--plant]`: one program each, whose last line is its result as JSON. */
export async function bench([name, ...args]) {
  const folder = join(ROOT, 'test', 'bench')
  const names = readdirSync(folder).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []))
  if (!name || !existsSync(join(folder, `${name}.ts`))) throw new Error(`Which bench? One of: ${names.join(', ')}`)
  await buildAll()
  const { code } = await node([join(folder, `${name}.ts`), ...args])
  return code
}
