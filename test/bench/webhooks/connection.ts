import { connect } from 'node:net'
import type { Socket } from 'node:net'

/** One HTTP/1.1 connection, written by hand: a client that cost as much as the server would measure itself. */
export interface Connection {
  /** The status of the answer; rejects when the connection breaks first. */
  send(request: readonly Buffer[]): Promise<number>
  close(): void
}

export function openConnection(port: number): Promise<Connection> {
  return new Promise((opened, refused) => {
    const socket = connect(port, '127.0.0.1')
    socket.setNoDelay(true)
    socket.once('error', refused)
    socket.once('connect', () => {
      socket.off('error', refused)
      opened(overSocket(socket))
    })
  })
}

function overSocket(socket: Socket): Connection {
  let waiting: { done: (status: number) => void; failed: (error: Error) => void } | undefined
  let seen = ''
  socket.on('error', () => {})
  socket.on('close', () => waiting?.failed(new Error('the connection broke')))
  socket.on('data', (chunk: Buffer) => {
    seen += chunk.toString('latin1')
    if (!isWhole(seen)) return
    const status = Number(seen.slice(9, 12))
    seen = ''
    const { done } = waiting!
    waiting = undefined
    done(status)
  })
  return {
    send: (request) =>
      new Promise((done, failed) => {
        if (socket.destroyed) return failed(new Error('the connection is closed'))
        waiting = { done, failed }
        socket.cork()
        for (const part of request) socket.write(part)
        socket.uncork()
      }),
    close: () => socket.destroy(),
  }
}

function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n')
  if (head < 0) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1]
  if (length !== undefined) return text.length >= head + 4 + Number(length)
  return /\r\ntransfer-encoding: chunked/i.test(text) ? text.endsWith('\r\n0\r\n\r\n') : true
}
