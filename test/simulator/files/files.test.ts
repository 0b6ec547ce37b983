import sharp from 'sharp'
import { expect, test } from 'vitest'
import { SHOP, stage, until, type Stage } from '../stage.ts'

const STAGE = `mutation ($input: [StagedUploadInput!]!) { stagedUploadsCreate(input: $input) { stagedTargets { url resourceUrl parameters { name value } } userErrors { field message } } }`
const CREATE = `mutation ($files: [FileCreateInput!]!) { fileCreate(files: $files) { files { id fileStatus } userErrors { code message } } }`
const READ = `query ($id: ID!) { node(id: $id) { ... on MediaImage { fileStatus image { url width } } } }`

type Target = { url: string; resourceUrl: string; parameters: { name: string; value: string }[] }
const picture = () =>
  sharp({ create: { width: 8, height: 6, channels: 3, background: 'red' } })
    .webp()
    .toBuffer()

async function target(world: Stage, bytes: number): Promise<Target> {
  const input = [{ resource: 'IMAGE', filename: 'a.webp', mimeType: 'image/webp', fileSize: String(bytes), httpMethod: 'POST' }]
  return (await world.query(STAGE, { input })).json.data.stagedUploadsCreate.stagedTargets[0]
}
const upload = (world: Stage, { url, parameters }: Target, bytes: Buffer, edit: Record<string, string> = {}) => {
  const form = new FormData()
  for (const { name, value } of parameters) form.append(name, edit[name] ?? value)
  form.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/webp' }), 'a.webp')
  return send(world, new URL(url).host, form)
}
async function send(world: Stage, host: string, form: FormData) {
  const encoded = new Response(form)
  const body = Buffer.from(await encoded.arrayBuffer()).toString('latin1')
  const type = encoded.headers.get('content-type') ?? ''
  return world.ask(host, '/', { method: 'POST', headers: { 'content-type': type }, body: Buffer.from(body, 'latin1') as never })
}

test('a picture is staged, uploaded, made a file, and served once it is ready', async () => {
  await using world = await stage()
  const bytes = await picture()
  const place = await target(world, bytes.length)
  expect((await upload(world, place, bytes)).status).toBe(201)
  const { files } = (await world.query(CREATE, { files: [{ originalSource: place.resourceUrl, contentType: 'IMAGE' }] })).json.data
    .fileCreate
  expect(files[0].fileStatus).toBe('PROCESSING')
  const node = await until(async () => {
    const { json } = await world.query(READ, { id: files[0].id })
    return json.data.node.fileStatus === 'READY' && json.data.node
  })
  expect(node.image.width).toBe(8)
  const { pathname } = new URL(node.image.url)
  expect(await world.ask(`test.localhost:${world.port}`, pathname)).toMatchObject({
    status: 200,
    headers: { 'content-type': 'image/webp' },
  })
})

test('an upload with another signature is refused, and a file of nothing fails', async () => {
  await using world = await stage({ settings: { fileReadyAfterMs: 0 } })
  const bytes = await picture()
  const place = await target(world, bytes.length)
  expect((await upload(world, place, bytes, { 'x-goog-signature': 'mine' })).status).toBe(403)
  const { files } = (await world.query(CREATE, { files: [{ originalSource: place.resourceUrl, contentType: 'IMAGE' }] })).json.data
    .fileCreate
  expect((await world.query(READ, { id: files[0].id })).json.data.node.fileStatus).toBe('FAILED')
})

test('what is not modelled is refused loudly', async () => {
  await using world = await stage()
  const files = [{ originalSource: `https://elsewhere.example/a.png`, contentType: 'IMAGE' }]
  expect((await world.query(CREATE, { files })).status).toBe(501)
  expect(SHOP.handle).toBe('test')
})
