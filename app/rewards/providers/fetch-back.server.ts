import type { Ask, FetchBack, Keys, ToldReview } from './provider.ts'

const PATIENCE = 10_000

/** What the provider itself says of a review. `unknown`: it has none of that name. Throws when it cannot be asked just now. */
export async function fetchBack(api: FetchBack, id: string, keys: Keys): Promise<ToldReview | 'unknown'> {
  const token = api.token ? await tokenFrom(api.token(keys)) : null
  const answer = await ask(api.review(id, keys, token))
  return (answer === null ? null : api.read(answer)) ?? 'unknown'
}

async function tokenFrom(question: Ask): Promise<string> {
  const answer = (await ask(question)) as { access_token?: unknown } | null
  if (typeof answer?.access_token !== 'string') throw new Error(`${hostOf(question)} gave no access token for the API key`)
  return answer.access_token
}

async function ask(question: Ask): Promise<unknown> {
  const { method, url, headers, body } = question
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(PATIENCE),
    redirect: 'error',
  })
  if (response.status === 404) return null
  if (response.status === 401 || response.status === 403) throw new Error(`${hostOf(question)} does not accept the API key`)
  if (!response.ok) throw new Error(`${hostOf(question)} answered ${response.status}`)
  return response.json()
}

const hostOf = ({ url }: Ask): string => new URL(url).host
