// A file that only one process can make, and that says which one did.
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
