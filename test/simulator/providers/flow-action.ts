import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parse } from 'smol-toml'
import type { Simulator } from '../simulator.ts'

const PROJECT = fileURLToPath(new URL('../../../', import.meta.url))

/** Where Shopify Flow posts the action's runs: what the app deployed says, on the host where it runs. */
export async function flowPath({ settings }: Simulator): Promise<string> {
  const folder = settings.projectFolder ?? PROJECT
  const toml = parse(await readFile(`${folder}/extensions/flow-issue-review-reward/shopify.extension.toml`, 'utf8')) as {
    extensions?: { type: string; runtime_url: string }[]
  }
  const action = toml.extensions?.find(({ type }) => type === 'flow_action')
  if (!action) throw new Error('The project has no Flow action')
  return new URL(action.runtime_url).pathname
}
