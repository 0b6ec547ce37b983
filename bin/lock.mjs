// One running Encore a folder. The lock names its process, so that one left behind by a killed run is recognised.
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { dirname, join } from 'node:path'

/** Takes the folder's lock and returns what gives it back; refuses when a living process has it. */
export function lockFolder(root, address) {
  const path = join(root, '.data', 'running.json')
  fs.mkdirSync(dirname(path), { recursive: true })
  const mine = JSON.stringify({ pid: process.pid, address })
  for (;;) {
    try {
      fs.writeFileSync(path, mine, { flag: 'wx' })
      return () => fs.rmSync(path, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const holder = readHolder(path)
    if (holder && lives(holder.pid)) {
      throw new Error(`Encore already runs in this folder (process ${holder.pid}, ${holder.address}). Stop that one first, or use it.`)
    }
    fs.rmSync(path, { force: true })
  }
}

function readHolder(path) {
  try {
    return JSON.parse(fs.readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** A number may have been given to another program since: ours has this folder's script in its command line. */
function lives(pid) {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  if (process.platform === 'win32') return true
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout === null || /run\.mjs|lock\.test|node/.test(stdout)
}
