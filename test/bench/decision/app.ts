// Encore's own web process, as production runs it; the bench asks it over IPC what it did.
import { startWeb } from '#app/server.ts'
import { asked } from '#app/surfaces/decide/known.server.ts'
import { written } from '#app/surfaces/placements/placements.server.ts'
import { surfaces } from '#app/wiring.server.ts'

const { port } = await startWeb()
process.on('message', async (message) => {
  if (message === 'settle') await surfaces.settled()
  process.send?.({ asked: { ...asked }, written: { ...written } })
})
process.on('disconnect', () => process.exit(0))
process.send?.({ port })
