import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Answer, Part } from '../routes.ts'
import { themeExtension } from './extension.ts'

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
}

const asset: Answer = async ({ simulator, params }) => {
  const name = params['file'] ?? ''
  const extension = await themeExtension(simulator.settings.projectFolder)
  const type = TYPES[extname(name)]
  const body = extension && type && /^[\w.-]+$/.test(name) ? await readFile(join(extension.folder, 'assets', name)).catch(() => null) : null
  if (!body) return new Response(null, { status: 404 })
  return new Response(body, {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache', 'access-control-allow-origin': '*' },
  })
}

/** What Shopify's CDN would serve of the theme app extension. */
export const theme: Part = (routes) => routes.route('any', 'GET', '/__simulator/theme-assets/:file', asset)
