import { lookup } from 'node:dns'
import { get as getHttp, type IncomingMessage } from 'node:http'
import { get as getHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import { ok, refuse, type Outcome } from '../values/outcome.ts'
import { SECONDS } from '../values/time.ts'

/** Why nothing was fetched from an address that somebody else wrote down. */
export type FetchFault = 'bad-address' | 'private-address' | 'not-found' | 'unreachable' | 'other-type' | 'too-large'

interface Wish {
  /** How the answer's type must begin: `image/`. */
  type: string
  bytes: number
  patience?: number // ms
  isPublic?: (address: string) => boolean
}

const MOST_REDIRECTS = 3
const PATIENCE = 20 * SECONDS

/** Only what is handed out to the public: no network of one's own, no multicast, and nothing of IPv6 that leads back to IPv4. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  const parsed = ipaddr.parse(address)
  // Most of IPv6 is not handed out yet: what is, begins with these three bits (RFC 4291).
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(HANDED_OUT))
}

const HANDED_OUT = ipaddr.IPv6.parseCIDR('2000::/3')

class Refused extends Error {
  readonly because: FetchFault
  constructor(because: FetchFault) {
    super(because)
    this.because = because
  }
}

/** The bytes behind an address that is not ours to trust: nothing of our own network, of one type, up to a size, and within twenty seconds unless more are given. */
export async function fetchPublic(address: string, wish: Wish): Promise<Outcome<Buffer, FetchFault>> {
  const signal = AbortSignal.timeout(wish.patience ?? PATIENCE)
  try {
    let url = URL.parse(address)
    for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
      const answer = await ask(url, wish.isPublic ?? isPublicAddress, signal)
      const next = answer.headers.location
      if (!next || (answer.statusCode ?? 0) < 300 || (answer.statusCode ?? 0) > 399) return ok(await read(answer, wish))
      answer.destroy()
      url = URL.parse(next, url?.href)
    }
    return refuse('unreachable')
  } catch (error) {
    return refuse(error instanceof Refused ? error.because : 'unreachable')
  }
}

/** The address is looked at as the connection is made: a name that answers differently the second time gains nothing. */
function ask(url: URL | null, isPublic: (address: string) => boolean, signal: AbortSignal): Promise<IncomingMessage> {
  if (!url || !/^https?:$/.test(url.protocol) || url.username) throw new Refused('bad-address')
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1')
  if (isIP(literal) && !isPublic(literal)) throw new Refused('private-address')
  const guarded: LookupFunction = (name, options, done) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, [])
      if (!found.every((one) => isPublic(one.address))) return done(new Refused('private-address'), [])
      const [first] = found
      return options.all ? done(null, found) : done(null, first?.address ?? '', first?.family)
    })
  const get = url.protocol === 'https:' ? getHttps : getHttp
  return new Promise((answered, broke) => {
    get(url, { lookup: guarded, agent: false, signal, headers: { 'user-agent': 'Encore (copies imported reviews)' } }, answered).once(
      'error',
      broke,
    )
  })
}

async function read(answer: IncomingMessage, { type, bytes }: Wish): Promise<Buffer> {
  const { statusCode = 0, headers } = answer
  const fault =
    statusCode >= 500 ? 'unreachable' : statusCode !== 200 ? 'not-found' : !headers['content-type']?.startsWith(type) ? 'other-type' : null
  if (fault) {
    answer.destroy()
    throw new Refused(fault)
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length
    // Leaving the loop ends the connection.
    if (size > bytes) throw new Refused('too-large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
