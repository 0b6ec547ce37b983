// The first start begins in the past: sixty days of sales are made through the simulated shop's own doors, so that no page is empty.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { launch, ROOT } from './program.mjs'
import { say, step } from './say.mjs'

export const DAYS = '60'

/** Until the simulated clock shows today. Whoever stops it finds it going on at the next start. */
export async function liveThroughThePast({ databases, port, told }) {
  const clock = await fetch(`http://127.0.0.1:${port}/__simulator/clock`).then((answer) => answer.json())
  if (clock.offsetMs >= 0) return
  const days = Math.ceil(-clock.offsetMs / 86_400_000)
  await step(`Selling for ${days} days in the shop Aurora, so that Encore has something to show`, async () => {
    const words = []
    const life = launch([join(ROOT, 'test', 'simulator', 'life', 'main.ts')], {
      env: { SIMULATOR_DATABASE_URL: databases.simulator, SIMULATOR_PORT: String(port) },
      onLine: (line) => {
        words.push(line)
        const left = /^(\d*0) days left$/.exec(line)?.[1]
        if (left > 0) say(`${left} days to go`)
      },
    })
    void told.then(() => life.stop())
    const code = await life.ended
    // Ctrl-C reaches both: whoever ends first, nothing has failed.
    if (code !== 0 && !(await Promise.race([told.then(() => true), pause(1_000, false)])))
      throw new Error(`The sales failed:\n${words.join('\n')}`)
  })
}
