import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { readMultipart } from '#app/platform/multipart.server.ts'

const LIMITS = { bytes: 10_000, files: 3, fields: 10, fieldBytes: 100, fileBytes: () => 1_000 }
const BEGUN = `--x\r\ncontent-disposition: form-data; name="photo"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n${'half'.repeat(100)}`
const TYPE = 'multipart/form-data; boundary=x'

/** A form of which this much comes, and then nothing more ever. */
function brokenOff(text: string): ReadableStream {
  const chunks = [new TextEncoder().encode(text)]
  const pull = (controller: ReadableStreamDefaultController) => {
    const chunk = chunks.shift()
    return chunk ? controller.enqueue(chunk) : controller.error(new Error('aborted'))
  }
  return new ReadableStream({ pull }, { highWaterMark: 0 })
}

test.each([
  ['an upload that breaks off', BEGUN, TYPE],
  ['an end that is missing', `${BEGUN}\r\n`, TYPE],
  ['a boundary of nothing', BEGUN, 'multipart/form-data; boundary='],
])('%s is no form, and leaves nothing behind', async (_, text, type) => {
  const folder = mkdtempSync(join(tmpdir(), 'multipart-test-'))
  vi.stubEnv('TMPDIR', folder)
  const body = type === TYPE && text === BEGUN ? brokenOff(text) : text
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
