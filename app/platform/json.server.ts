import { data } from '@remix-run/node'
import type { z } from 'zod'

/** The request's JSON as the schema wants it; otherwise 400 (no JSON) or 422 with a message for each field. */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const body: unknown = await request.json().catch(() => {
    throw data({ error: 'The request is not JSON.' }, { status: 400 })
  })
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]))
  throw data({ error: 'Some fields are missing or wrong.', fields }, { status: 422 })
}
