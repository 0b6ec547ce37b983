/** What a frame does: it makes the worker, and hands it the port to the page. */
const SCRIPT = `addEventListener('message', ({ data, ports, source }) => {
  if (source !== parent) return
  const worker = new Worker(URL.createObjectURL(new Blob([data.sandbox], { type: 'text/javascript' })))
  worker.postMessage('start', [ports[0]])
}, { once: true })`

/**
 * The document around a block's worker. It has no origin, its policy reaches into the worker,
 * and it lets nothing out unless the extension has asked for network access.
 */
export function frameDocument(networkAccess: boolean): Response {
  const policy = [
    'sandbox allow-scripts',
    "default-src 'none'",
    "script-src 'unsafe-inline' blob:",
    'worker-src blob:',
    `connect-src ${networkAccess ? '*' : "'none'"}`,
  ]
  return new Response(`<!doctype html><meta charset="utf-8"><title>Extension</title><script>${SCRIPT}</script>`, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': policy.join('; ') },
  })
}
