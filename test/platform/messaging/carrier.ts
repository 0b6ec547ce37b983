import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

/** A mail carrier of the test's own: what arrived, and what it says to each recipient. */
export async function openCarrier() {
  const held = { arrived: [] as { to: string; raw: Buffer }[], answer: null as Error | null, url: '' }
  const carrier = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    onRcptTo: (_address, _session, done) => done(held.answer),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('end', () => {
        held.arrived.push({ to: session.envelope.rcptTo[0]?.address ?? '', raw: Buffer.concat(chunks) })
        done()
      })
    },
  })
  await new Promise<void>((open) => carrier.listen(0, '127.0.0.1', open))
  held.url = `smtp://127.0.0.1:${(carrier.server.address() as AddressInfo).port}`
  afterAll(() => new Promise<void>((closed) => carrier.close(() => closed())))
  return held
}
