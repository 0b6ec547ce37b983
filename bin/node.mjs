// Which Node runs the rest. Plain ES2020: see run.mjs.
import { existsSync } from 'fs'
import { join } from 'path'

const OLDEST = [22, 18]

/** The path of the pinned Node among the packages, undefined when the one that asks will do; throws when neither does. */
export function chooseNode({ root, version, platform, arch }) {
  const [major, minor] = version.split('.').map(Number)
  const pinned = join(root, 'node_modules', `node-${platform}-${arch}`, 'bin', 'node')
  if (existsSync(pinned)) return major === 24 ? undefined : pinned
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined
  const own = `This is Node ${version}, and Encore needs ${OLDEST.join('.')} or newer.`
  throw new Error(`${own} No Node comes with the packages for ${platform}-${arch}: install Node 24 and run this again.`)
}
