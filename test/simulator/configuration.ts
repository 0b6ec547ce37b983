import { readFile } from 'node:fs/promises'
import { parse } from 'smol-toml'
import { definitionsOf, type Definitions, type DefinitionsToml } from './definitions.ts'

export interface Subscription {
  topic: string
  uri: string
  includeFields: string[] | null
  filter: string | null
  name: string | null
}

export interface Configuration {
  scopes: string[]
  /** What the app may ask for while it runs. */
  optionalScopes: string[]
  subscriptions: Subscription[]
  apiVersion: string
  proxy: { url: string; subpath: string; prefix: string } | null
  definitions: Definitions
}

const COMPLIANCE = ['customers/data_request', 'customers/redact', 'shop/redact']

interface Toml extends DefinitionsToml {
  access_scopes?: { scopes?: string; optional_scopes?: string[] }
  app_proxy?: { url: string; subpath: string; prefix: string }
  webhooks?: {
    api_version: string
    subscriptions?: {
      topics?: string[]
      compliance_topics?: string[]
      uri: string
      include_fields?: string[]
      filter?: string
      name?: string
    }[]
  }
}

export async function readConfiguration(path: string): Promise<Configuration> {
  return configurationOf(await readFile(path, 'utf8'))
}

/** Throws where Shopify's CLI would refuse to deploy the file. */
export function configurationOf(source: string): Configuration {
  const toml = parse(source) as Toml
  const subscriptions = (toml.webhooks?.subscriptions ?? []).flatMap((entry) => {
    const unknown = (entry.compliance_topics ?? []).filter((topic) => !COMPLIANCE.includes(topic))
    if (unknown.length > 0) throw new Error(`Not a compliance topic: ${unknown.join(', ')}`)
    return [...(entry.topics ?? []), ...(entry.compliance_topics ?? [])].map((topic) => ({
      topic,
      uri: entry.uri,
      includeFields: entry.include_fields ?? null,
      filter: entry.filter ?? null,
      name: entry.name ?? null,
    }))
  })
  refuseDuplicates(subscriptions)
  return {
    scopes: (toml.access_scopes?.scopes ?? '').split(',').flatMap((scope) => scope.trim() || []),
    optionalScopes: toml.access_scopes?.optional_scopes ?? [],
    subscriptions,
    apiVersion: toml.webhooks?.api_version ?? '2026-07',
    proxy: toml.app_proxy ?? null,
    definitions: definitionsOf(toml),
  }
}

function refuseDuplicates(subscriptions: Subscription[]): void {
  const seen = new Set<string>()
  for (const { topic, uri, filter } of subscriptions) {
    const key = COMPLIANCE.includes(topic) ? topic : `${topic} ${uri} ${filter ?? ''}`
    if (seen.has(key)) throw new Error(`Subscribed twice: ${key}`)
    seen.add(key)
  }
}
