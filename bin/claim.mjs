// A file that only one process can make, and that says which one did; whoever finds its maker gone takes it away.
import { randomUUID } from 'node:crypto'
import * as fs from 'node:fs'
import { dirname } from 'node:path'

/** Answers whether the file is ours now. Linked, not written, so that nobody ever reads half of it. */
export function claim(path, text) {
  fs.mkdirSync(dirname(path), { recursive: true })
  const whole = `${path}.${randomUUID()}`
  fs.writeFileSync(whole, text)
  try {
    fs.linkSync(whole, path)
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  } finally {
    fs.rmSync(whole)
  }
}

/** What a claim says; undefined when there is none. */
export function readClaim(path) {
  try {
    return fs.readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Takes away the claim that said `seen`, of a process that is gone. Not one that somebody else has made since: so one at a time looks again. */
export function dropClaim(path, seen) {
  const turn = `${path}.dropping`
  if (seen === undefined || !claim(turn, String(process.pid))) return
  try {
    if (readClaim(path) === seen) fs.rmSync(path, { force: true })
  } finally {
    fs.rmSync(turn, { force: true })
  }
}
