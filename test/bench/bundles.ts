import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { BUDGETS } from './budgets/budgets.ts'

const EXTENSIONS = fileURLToPath(new URL('../../extensions', import.meta.url))

/** `post-purchase-offer/dist/post-purchase-offer.js` -> `post_purchase`. */
function bundles(): Record<string, number> {
  const built = readdirSync(EXTENSIONS).flatMap((name) => {
    // A theme's script is shipped as it is written.
    const path = [`${EXTENSIONS}/${name}/dist/${name}.js`, `${EXTENSIONS}/${name}/assets/${name}.js`].find((one) => existsSync(one))
    return path ? [[name.split('-').slice(0, 2).join('_'), deflateRawSync(readFileSync(path)).length] as const] : []
  })
  return Object.fromEntries(built)
}

const sizes = bundles()
const over = Object.entries(BUDGETS).filter(([name, most]) => (sizes[name] ?? Infinity) > most)
for (const [name, most] of over) console.error(`${name} has ${sizes[name] ?? 'no'} bytes, at most ${most}`)
console.log(JSON.stringify({ bench: 'bundles', ...sizes }))
process.exitCode = over.length === 0 ? 0 : 1
