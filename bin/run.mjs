// Every npm script comes here. Nothing may be installed yet and Node may be old: plain ES2020, only what Node brings along.
import { spawn } from 'child_process'
import { dirname, join, resolve } from 'path'
import { fileURLToPath, pathToFileURL } from 'url'
import { installPackages, needsInstall } from './install.mjs'
import { chooseNode } from './node.mjs'
import { onceOrphaned } from './orphan.mjs'
import { complain } from './say.mjs'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const COMMANDS = ['start', 'test', 'check', 'dev', 'build', 'prepare', 'serve', 'bench', 'simulator:import', 'simulator:reset']

async function main() {
  const [name, ...args] = process.argv.slice(2)
  if (!COMMANDS.includes(name)) throw new Error(`There is no command ${name || '(none given)'}. The commands are: ${COMMANDS.join(', ')}`)
  process.chdir(ROOT)
  // A production image carries only what runs: packages are its builder's business.
  if (name !== 'serve' && needsInstall(ROOT)) await installPackages(ROOT)
  const { platform, arch, versions } = process
  const better = chooseNode({ root: ROOT, version: versions.node, platform, arch })
  if (better) return rerun(better)
  const { commands } = await import(pathToFileURL(join(ROOT, 'bin', 'commands.mjs')).href)
  process.exitCode = await commands[name](args)
}

function rerun(node) {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  onceOrphaned(() => child.kill('SIGTERM'))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code, signal) => {
      process.exitCode = signal ? 1 : code
      done()
    })
  })
}

main().catch((error) => {
  complain(error)
  process.exit(1)
})
