import { data } from '@remix-run/node'
import { z } from 'zod'
import { Opened, type SaveAnswer } from '#app/values/opened.ts'
import type { Outcome } from '#app/values/outcome.ts'

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

/** What a settings page sends: all that it shows, and the mark of what it was opened with. */
export const readSave = <S extends z.ZodType>(request: Request, schema: S): Promise<{ form: z.output<S>; opened: Opened }> =>
  readJson(request, z.object({ form: schema, opened: Opened })) as Promise<{ form: z.output<S>; opened: Opened }>

/** Of a refused save 422, or 409 where someone else saved meanwhile; `told` is what else the page hears. */
export function answerSave<Told extends object = object>(saved: Outcome<string> | undefined, told?: Told) {
  if (!saved) return data<Told & SaveAnswer>({ ...(told as Told) })
  if (saved.ok) return data<Told & SaveAnswer>({ ...(told as Told), opened: saved.value })
  const refused = { because: saved.because, now: saved.detail?.['now'] as string | undefined }
  return data<Told & SaveAnswer>({ ...(told as Told), ...refused }, { status: saved.because === 'changed-meanwhile' ? 409 : 422 })
}

/** A form that sends all of its fields: what is left out is a fault too, and does not take its default. */
export const whole = <S extends z.ZodObject>(schema: S) =>
  z.unknown().superRefine(isWhole(schema)).pipe(schema.strict()) as unknown as z.ZodType<z.output<S>>

const isWhole =
  ({ shape }: z.ZodObject) =>
  (body: unknown, { addIssue }: z.RefinementCtx) => {
    const given = typeof body === 'object' && body !== null ? body : {}
    for (const field of Object.keys(shape)) if (!(field in given)) addIssue({ code: 'custom', path: [field], message: 'missing' })
  }
