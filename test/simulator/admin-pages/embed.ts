import type { Visit } from '../routes.ts'
import { html, respond } from '../storefront/html.ts'
import { documentOf } from '../storefront/shell.ts'
import { embeddedQuery } from '../tokens/embed.ts'
import { install } from '../tokens/install.ts'
import { APP_NAME, sideBar, topBar } from './shell.ts'
import type { Frame } from './shell.ts'

/** The app in its iframe. Opening it installs it, as choosing it in the App Store does. */
export async function embedPage(visit: Visit, frame: Frame): Promise<Response> {
  const { simulator, url } = visit
  const base = `/store/${frame.shop.handle}/apps/encore`
  const shop = await install(simulator, frame.shop.domain)
  const origin = `http://app.localhost:${simulator.port}`
  const query = embeddedQuery(simulator, shop)
  for (const [name, value] of url.searchParams) query.append(name, value)
  const path = url.pathname.slice(base.length) || '/'
  return respond(
    documentOf(
      `${APP_NAME} · ${shop.name}`,
      'en',
      'admin',
      html`<body class="embedding">
        ${topBar({ ...frame, shop })}
        <div id="save-bar" role="region" aria-label="Unsaved changes" hidden>
          <span>Unsaved changes</span>
          <div id="save-bar-buttons"></div>
        </div>
        <div class="progress" aria-hidden="true"></div>
        <div class="body">
          ${sideBar({ ...frame, shop })}
          <main class="app">
            <div class="app-bar">
              <span class="app-mark">E</span><b>${APP_NAME}</b><span id="title" class="quiet"></span><span id="title-buttons"></span>
            </div>
            <iframe
              id="app"
              title="${APP_NAME}"
              data-src="${origin}${path}?${query.toString()}"
              data-origin="${origin}"
              data-base="${base}"
              data-shop="${shop.handle}"
              allow="clipboard-write"
            ></iframe>
          </main>
        </div>
        <div id="toasts" role="status" aria-live="polite"></div>
        <script src="/__simulator/admin-host.js"></script>
      </body>`,
    ),
  )
}
