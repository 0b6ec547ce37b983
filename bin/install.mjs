// Packages: installed when missing or when the lockfile asks for others than are there. Plain ES2020: see run.mjs.
import { spawn } from 'child_process'
import { existsSync, readFileSync } from 'fs'
import { join } from 'path'
import { step } from './say.mjs'

/** What npm noted down of its last installation, against the lockfile: so a developer's own `npm install` counts too. */
export function needsInstall(root) {
  const installed = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  const wanted = packagesIn(join(root, 'package-lock.json'))
  if (!installed) return true
  return Object.entries(wanted || {}).some(([path, entry]) => {
    if (path === '' || entry.link || !path.startsWith('node_modules/') || entry.extraneous) return false
    const there = installed[path]
    return there ? there.version !== entry.version : !entry.optional && !entry.peer
  })
}

export function installPackages(root) {
  return step('Installing packages (npm ci)', () => {
    const npm = npmCommand()
    const args = [...npm.args, 'ci', '--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']
    return new Promise((done, fail) => {
      const child = spawn(npm.program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: npm.shell })
      child.on('error', fail)
      child.on('exit', (code) => (code === 0 ? done() : fail(new Error('npm ci failed: its own words are above'))))
    })
  })
}

function npmCommand() {
  const script = process.env.npm_execpath
  if (script && existsSync(script) && script.endsWith('.js')) return { program: process.execPath, args: [script], shell: false }
  return { program: 'npm', args: [], shell: process.platform === 'win32' }
}

function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages
  } catch {
    return undefined
  }
}
