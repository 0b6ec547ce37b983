import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import type { RoutingTable } from './routes.ts'
import type { Simulator } from './simulator.ts'

export interface Listening {
  port: number
  close(): Promise<void>
}

/** Listens on both loopback addresses: browsers resolve *.localhost to either. Port 0 takes any free one. */
export async function listen(simulator: Simulator, table: RoutingTable, port: number): Promise<Listening> {
  let closing = false
  const listener = getRequestListener(
    (request, env) =>
      table.answer(request, 'incoming' in env ? (env.incoming as never) : null).catch((error: unknown) => {
        // Nobody waits for what was still under way, and its database is gone.
        return closing ? new Response(null, { status: 503 }) : surprise(simulator, error)
      }),
    { overrideGlobalObjects: false },
  )
  const first = await open(createServer(listener), '127.0.0.1', port)
  const taken = (first.address() as AddressInfo).port
  const second = await open(createServer(listener), '::1', taken).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return null // a machine without IPv6
    throw error
  })
  const servers = [first, ...(second ? [second] : [])]
  return {
    port: taken,
    close: async () => {
      closing = true
      await Promise.all(servers.map(close))
    },
  }
}

function open(server: Server, host: string, port: number): Promise<Server> {
  server.requestTimeout = 0
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

function surprise(simulator: Simulator, error: unknown): Response {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  simulator.log(text)
  return new Response(`The simulator failed:\n${text}\n`, { status: 500, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
