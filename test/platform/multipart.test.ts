import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readMultipart } from '#app/platform/multipart.server.ts'

const LIMITS = { bytes: 10_000, files: 3, fields: 10, fieldBytes: 100, fileBytes: () => 1_000 }
const BEGUN = `--x\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n${'half'.repeat(100)}`
const TYPE = 'multipart/form-data; boundary=x'

const isBegun = (folder: string) => readdirSync(folder, { recursive: true }).length > 1

/** A form of which this much comes, and then, when its file is on the disk, nothing more ever. */
function brokenOff(text: string, folder: string): ReadableStream {
  const chunks = [new TextEncoder().encode(text)]
  const pull = async (controller: ReadableStreamDefaultController) => {
    const chunk = chunks.shift()
    if (chunk) return controller.enqueue(chunk)
    await vi.waitUntil(() => isBegun(folder))
    controller.error(new Error('aborted'))
  }
  return new ReadableStream({ pull }, { highWaterMark: 0 })
}

test.each([
  ['an upload that breaks off', (folder: string) => brokenOff(BEGUN, folder), TYPE],
  ['an end that is missing', () => `${BEGUN}\r\n`, TYPE],
  ['a boundary of nothing', () => BEGUN, 'multipart/form-data; boundary='],
])('%s is no form, and leaves nothing behind', async (_, bodyIn, type) => {
  const folder = mkdtempSync(join(tmpdir(), 'multipart-test-'))
  vi.stubEnv('TMPDIR', folder)
  const body = bodyIn(folder)
  const request = new Request('https://encore.test/', {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    duplex: 'half',
  } as RequestInit)
  const form = await readMultipart(request, LIMITS)
  await form?.[Symbol.asyncDispose]()
  expect(readdirSync(folder)).toEqual([])
})

test('of more fields than are allowed it says so, instead of leaving the last ones out', async () => {
  const form = new FormData()
  for (let n = 0; n < 11; n += 1) form.append(`field${n}`, 'x')
  await using read = await readMultipart(new Request('https://encore.test/', { method: 'POST', body: form }), LIMITS)
  expect([read?.cut, [...(read?.fields ?? [])].length]).toEqual([true, 10])
})
