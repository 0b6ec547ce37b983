// The browser of the journeys: one that is there, else Debian's, else Playwright's own download.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { mustRun, ROOT } from './program.mjs'
import { say, step } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a browser, installed if need be. */
export async function ensureChromium() {
  const found = await findChromium()
  if (found) return chosen(found, 'found on this machine')
  if (canApt() && (await installWithApt())) return chosen(await findChromium(), 'installed with apt-get')
  await step('Downloading Chromium with Playwright', () =>
    mustRun('playwright-core install chromium', process.execPath, [
      join(ROOT, 'node_modules', 'playwright-core', 'cli.js'),
      'install',
      'chromium',
    ]),
  )
  const downloaded = await findChromium()
  if (!downloaded) throw new Error('No Chromium: install one, or set CHROMIUM_PATH to its program')
  return chosen(downloaded, "Playwright's own download")
}

export async function findChromium() {
  const given = process.env.CHROMIUM_PATH
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH names ${given}, which is not there`)
    return given
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'))
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES]
  const { chromium } = await import('playwright-core')
  return [...candidates, chromium.executablePath()].find((path) => path && existsSync(path))
}

function chosen(path, how) {
  say(`Chromium: ${path} (${how})`)
  return path
}

const canApt = () => process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0

/** Answers whether it worked: a closed network may have a mirror, or not. */
async function installWithApt() {
  say('No Chromium is here. As root, on a machine with apt-get: running `apt-get update && apt-get install -y chromium`')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  try {
    await step('Installing Chromium with apt-get', async () => {
      await mustRun('apt-get update', 'apt-get', ['update', '-q'], { env })
      await mustRun('apt-get install', 'apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env })
    })
    return true
  } catch (error) {
    say(error.message)
    return false
  }
}
