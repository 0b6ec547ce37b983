import { data } from '@remix-run/node'
import { z } from 'zod'

/** The request's JSON as the schema wants it; otherwise 400 (no JSON) or 422 with a message for each field. */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const text = await request.text()
  // PostgreSQL keeps no such character.
  if (text.includes('\\u0000')) throw data({ error: 'The request holds a NUL character.' }, { status: 422 })
  const body = parseBody(text)
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const fields = Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message]))
  throw data({ error: 'Some fields are missing or wrong.', fields }, { status: 422 })
}

function parseBody(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw data({ error: 'The request is not JSON.' }, { status: 400 })
  }
}

/** The same for a form that sends all of its fields: what is left out is a fault too, and does not take its default. */
export const readWhole = <S extends z.ZodObject>(request: Request, schema: S): Promise<z.output<S>> =>
  readJson(request, z.unknown().superRefine(isWhole(schema)).pipe(schema.strict())) as Promise<z.output<S>>

const isWhole =
  ({ shape }: z.ZodObject) =>
  (body: unknown, { addIssue }: z.RefinementCtx) => {
    const given = typeof body === 'object' && body !== null ? body : {}
    for (const field of Object.keys(shape)) if (!(field in given)) addIssue({ code: 'custom', path: [field], message: 'missing' })
  }
