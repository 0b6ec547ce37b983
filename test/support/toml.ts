import { readFileSync } from 'node:fs'
import { parse } from 'smol-toml'

type AppToml = {
  access_scopes: { scopes: string; optional_scopes?: string[] }
  webhooks: { api_version: string; subscriptions: { topics?: string[]; compliance_topics?: string[] }[] }
  app_proxy?: { url: string }
}

const text = readFileSync(new URL('../../shopify.app.toml', import.meta.url), 'utf8')
const toml = parse(text) as unknown as AppToml

export const tomlText = text
export const declared = {
  apiVersion: toml.webhooks.api_version,
  scopes: toml.access_scopes.scopes.split(',').map((scope) => scope.trim()),
  optionalScopes: toml.access_scopes.optional_scopes ?? [],
  topics: toml.webhooks.subscriptions.flatMap(({ topics = [] }) => topics),
  complianceTopics: toml.webhooks.subscriptions.flatMap(({ compliance_topics = [] }) => compliance_topics),
  hasProxy: toml.app_proxy !== undefined,
}

/** What an extension's own file says, by its folder. */
export const declaredExtension = (folder: string) =>
  parse(readFileSync(new URL(`../../extensions/${folder}/shopify.extension.toml`, import.meta.url), 'utf8')) as unknown as {
    extensions: { type: string; handle: string }[]
    settings: { fields: { type: string; key?: string }[] }
  }
