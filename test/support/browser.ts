import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright-core'
import { findChromium } from '../../bin/chromium.mjs'

// Each new window would start a process more, for a page that draws the suggestions below an address bar that nobody sees.
const UNSEEN = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

// What Playwright 1.65 switches off itself: Chromium heeds the last such list alone.
const SWITCHED_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
]

const FLAGS = [
  `--disable-features=${[...SWITCHED_OFF, ...UNSEEN].join(',')}`,
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-dev-shm-usage',
]

// Remix tells on the console of each load that it gives up itself, because the next one has begun, while its body was being read.
const GIVEN_UP = /^AbortError: signal is aborted without reason/

export type Visitor = {
  page: Page
  context: BrowserContext
  /** Throws when a page complained on its console, or threw, since the last time. */
  mustBeQuiet(): void
  close(): Promise<void>
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = await findChromium()
  if (!executablePath) throw new Error('No Chromium: npm test installs one, or set CHROMIUM_PATH')
  return chromium.launch({ executablePath, args: [...FLAGS, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] })
}

/** A person with a browser of her own: cookies and storage are not shared. `allow` names complaints that the test provokes. */
export async function visit(
  browser: Browser,
  { allow = [], mobile = false }: { allow?: RegExp[]; mobile?: boolean } = {},
): Promise<Visitor> {
  const viewport = mobile ? { width: 390, height: 844 } : { width: 1280, height: 900 }
  const context = await browser.newContext({ userAgent: userAgent(browser), viewport })
  const complaints: string[] = []
  const hear = (text: string) => void (allow.some((known) => known.test(text)) || complaints.push(text))
  context.on(
    'console',
    (message) =>
      void (message.type() === 'error' && !GIVEN_UP.test(message.text()) && hear(`${message.text()} (${message.location().url})`)),
  )
  context.on('weberror', (error) => hear(String(error.error().stack ?? error.error())))
  const page = await context.newPage()
  page.setDefaultTimeout(30_000) // a loaded machine of two cores starts many workers slowly
  return {
    page,
    context,
    mustBeQuiet: () => {
      const said = complaints.splice(0)
      if (said.length > 0) throw new Error(`The page complained:\n${said.join('\n')}`)
    },
    close: () => context.close(),
  }
}

/** Encore inside the admin's page. */
export const embedded = (page: Page): FrameLocator => page.frameLocator('iframe').first()

/** isbot answers headless Chrome's own name with 410. */
const userAgent = (browser: Browser) =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version().split('.')[0]}.0.0.0 Safari/537.36`
