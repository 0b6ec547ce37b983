import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { noteFailure } from '#app/platform/failures.server.ts'
import { addDocumentResponseHeaders } from '#app/shopify.server.ts'

export const streamTimeout = 5_000

export const handleError = (error: unknown, { request }: { request: Request }): void => noteFailure(request, error)

/** A person gets the page as soon as its frame is ready, a robot once it is whole. */
export default function renderDocument(request: Request, status: number, headers: Headers, context: EntryContext): Promise<Response> {
  addDocumentResponseHeaders(request, headers)
  headers.set('Content-Type', 'text/html; charset=utf-8')
  const ready = isbot(request.headers.get('user-agent') ?? '') ? 'onAllReady' : 'onShellReady'
  return new Promise((resolve, reject) => {
    const answer = { status }
    const { pipe, abort } = renderToPipeableStream(<RemixServer context={context} url={request.url} />, {
      [ready]: () => {
        const body = new PassThrough()
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answer.status }))
        pipe(body)
      },
      onShellError: reject,
      onError: () => {
        answer.status = 500
      },
    })
    setTimeout(abort, streamTimeout + 1_000).unref()
  })
}
