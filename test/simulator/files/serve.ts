import type { Answer, Part } from '../routes.ts'

/** The target of staged uploads, and the shop's own files as its pages show them. */
export const files: Part = (routes) => {
  routes.route('upload', 'POST', '/', upload)
  routes.route('storefront', 'GET', '/cdn/shop/files/:file', show)
}

const refusal = (status: number, code: string): Response =>
  new Response(`<?xml version='1.0' encoding='UTF-8'?><Error><Code>${code}</Code></Error>`, {
    status,
    headers: { 'content-type': 'application/xml; charset=UTF-8' },
  })

/** Everything that was promised when the target was made must come along, before the file. */
const upload: Answer = async ({ request, simulator: { store } }) => {
  const form = await request.formData().catch(() => null)
  if (!form) return refusal(400, 'MalformedPOSTRequest')
  const names = [...form.keys()]
  const file = form.get('file')
  if (!(file instanceof File) || names.at(-1) !== 'file') return refusal(400, 'InvalidArgument')
  const { rows } = await store.sql.query<{ key: string; mime: string; bytes: number | null }>(
    'select key, mime, bytes from staged_upload where key = $1 and signature = $2',
    [String(form.get('key')), String(form.get('x-goog-signature'))],
  )
  const [staged] = rows
  if (!staged) return refusal(403, 'SignatureDoesNotMatch')
  if (form.get('Content-Type') !== staged.mime || form.get('acl') !== 'private') return refusal(403, 'InvalidPolicyDocument')
  if (staged.bytes !== null && staged.bytes !== file.size) return refusal(400, 'EntityTooLarge')
  await store.sql.query('update staged_upload set body = $2 where key = $1', [staged.key, Buffer.from(await file.arrayBuffer())])
  return new Response(`<PostResponse><Key>${staged.key}</Key></PostResponse>`, {
    status: 201,
    headers: { 'content-type': 'application/xml; charset=UTF-8' },
  })
}

const show: Answer = async ({ shop, params, simulator: { store } }) => {
  const { rows } = await store.sql.query<{ mime: string; body: Buffer }>(
    'select mime, body from file_body where shop = $1 and filename = $2',
    [shop?.domain, params['file']],
  )
  const [found] = rows
  if (!found) return new Response('Not found\n', { status: 404 })
  return new Response(new Uint8Array(found.body), {
    headers: { 'content-type': found.mime, 'cache-control': 'public, max-age=31536000', 'access-control-allow-origin': '*' },
  })
}
