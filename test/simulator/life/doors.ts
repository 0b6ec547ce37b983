import { request, type FormData } from 'undici'

/** The simulator's hosts as a browser reaches them, without a browser's resolver: `*.localhost` is not known everywhere. */
export interface Doors {
  port: number
}

export interface Reply {
  status: number
  location: string
  text: string
}

/** One person's visits: what a host asked to be kept goes with the next request to it. */
export class Visitor {
  readonly #doors: Doors
  readonly #cookies = new Map<string, string>()

  constructor(doors: Doors) {
    this.#doors = doors
  }

  get = (host: string, path: string, headers: Record<string, string> = {}): Promise<Reply> => this.#send(host, path, { headers })

  post = (host: string, path: string, form: Record<string, string>): Promise<Reply> =>
    this.#send(host, path, {
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })

  /** A form with files in it. */
  send = (host: string, path: string, body: FormData): Promise<Reply> => this.#send(host, path, { body, headers: {} })

  /** As the extension and the admin's pages speak. */
  say = (host: string, path: string, body: object, headers: Record<string, string> = {}): Promise<Reply> =>
    this.#send(host, path, { body: JSON.stringify(body), headers: { 'content-type': 'text/plain', ...headers } })

  /** The same where only an answer will do. */
  async ask<Answer>(host: string, path: string, body: object): Promise<Answer> {
    const { status, text } = await this.say(host, path, body)
    if (status >= 300) throw new Error(`${host}${path}: ${status} ${text.slice(0, 500)}`)
    return JSON.parse(text) as Answer
  }

  async #send(
    host: string,
    path: string,
    { body, headers }: { body?: string | FormData; headers: Record<string, string> },
  ): Promise<Reply> {
    const { port } = this.#doors
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await request(`http://127.0.0.1:${port}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      ...(body === undefined ? {} : { body }),
      headers: { ...headers, host: `${host}.localhost:${port}`, ...(cookie ? { cookie } : {}) },
    })
    for (const kept of [response.headers['set-cookie'] ?? []].flat()) {
      const [pair = ''] = kept.split(';')
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return { status: response.statusCode, location: String(response.headers['location'] ?? ''), text: await response.body.text() }
  }
}
