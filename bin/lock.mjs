// One running Encore a folder. The lock names its process, so that one left behind by a killed run is recognised.
import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { claim, dropClaim, readClaim } from './claim.mjs'

const held = new Set()

/** Takes the folder's lock and returns what gives it back; refuses when a living process has it. */
export function lockFolder(root, address) {
  const path = join(root, '.data', 'running.json')
  while (!claim(path, JSON.stringify({ pid: process.pid, address }))) {
    const said = readClaim(path)
    const holder = holderOf(said)
    if (holder && runsHere(holder.pid, path)) {
      throw new Error(`Encore already runs in this folder (process ${holder.pid}, ${holder.address}). Stop that one first, or use it.`)
    }
    dropClaim(path, said)
  }
  held.add(path)
  return () => {
    held.delete(path)
    fs.rmSync(path, { force: true })
  }
}

function holderOf(said) {
  try {
    return JSON.parse(said)
  } catch {
    return undefined
  }
}

/** The number may since have been given to another program, in a container even to ourselves or to who started us. */
function runsHere(pid, path) {
  if (pid === process.pid) return held.has(path)
  if (pid === process.ppid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
  if (process.platform === 'win32') return true
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' })
  return stdout === null || stdout.includes('run.mjs')
}
