import { createServer } from 'node:net'

/** Refuses a port that somebody listens on, on either loopback address, and says how to choose another. */
export async function claimPort(port, variable) {
  const taken = await Promise.all(['127.0.0.1', '::1'].map((host) => isTaken(port, host)))
  if (taken.includes(true))
    throw new Error(`Port ${port} is taken. Stop what listens there, or choose another: ${variable}=${port + 1} npm start`)
}

function isTaken(port, host) {
  return new Promise((done) => {
    const server = createServer()
    server.once('error', (error) => done(error.code === 'EADDRINUSE'))
    server.listen(port, host, () => server.close(() => done(false)))
  })
}
