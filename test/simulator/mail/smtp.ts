import { SMTPServer } from 'smtp-server'
import type { SMTPServerAddress, SMTPServerDataStream } from 'smtp-server'
import type { AddressInfo } from 'node:net'
import type { Simulator } from '../simulator.ts'
import { keepMail } from './box.ts'

export interface Smtp {
  port: number
  close(): Promise<void>
}

/** What a real carrier may answer, chosen by the address: nobody+bounce@ is refused for good, nobody+later@ for now. */
const ANSWERS: readonly [RegExp, number, string][] = [
  [/\+bounce@/, 550, '5.1.1 There is no such mailbox'],
  [/\+later@/, 451, '4.3.2 Try again later'],
]

function verdictOn({ address }: SMTPServerAddress): Error | null {
  const found = ANSWERS.find(([pattern]) => pattern.test(address))
  return found ? Object.assign(new Error(found[2]), { responseCode: found[1] }) : null
}

/** The carrier of all e-mail: a real SMTP server on loopback that delivers into mail.localhost. Port 0 takes any free one. */
export async function openSmtp(simulator: Simulator, port: number): Promise<Smtp> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    size: 10 * 1024 * 1024,
    onRcptTo: (address, _session, done) => done(verdictOn(address)),
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map(({ address }) => address)
      void read(stream)
        .then((raw) => keepMail(simulator, { raw, to }))
        .then(
          (id) => done(null, `kept as ${id}`),
          (error: Error) => done(error),
        )
    },
  })
  // A peer that goes away in the middle of a sentence is no surprise here.
  server.on('error', (error) => simulator.log(`smtp: ${error.message}`))
  await new Promise<void>((open) => server.listen(port, '127.0.0.1', open))
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((closed) => server.close(() => closed())),
  }
}

async function read(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
