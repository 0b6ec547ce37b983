import type { Part } from '../../routes.ts'
import type { Store } from '../../store.ts'

/** Where BulkOperation.url leads: the lines, streamed chunk by chunk. The secret in the path is the whole authorization, as at Shopify. */
export const bulkResults: Part = (routes, { store }) => {
  routes.route('storage', 'GET', '/bulk/:id/:file', async ({ params }) => {
    const { rows } = await store.sql.query<{ file_size: number }>(
      `select file_size from bulk_operation where id = $1 and secret || '.jsonl' = $2 and status = 'COMPLETED'`,
      [Number(params['id']), params['file']],
    )
    if (!rows[0])
      return new Response('<Error><Code>NoSuchKey</Code></Error>', { status: 404, headers: { 'content-type': 'application/xml' } })
    return new Response(chunks(store, Number(params['id'])), {
      headers: { 'content-type': 'application/jsonl', 'content-length': String(rows[0].file_size) },
    })
  })
}

function chunks(store: Store, operation: number): ReadableStream<Uint8Array> {
  let next = 0
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { rows } = await store.sql.query<{ body: string }>('select body from bulk_chunk where operation = $1 and n = $2', [
          operation,
          next++,
        ])
        if (rows[0]) controller.enqueue(new TextEncoder().encode(rows[0].body))
        else controller.close()
      },
    },
    { highWaterMark: 1 },
  )
}
