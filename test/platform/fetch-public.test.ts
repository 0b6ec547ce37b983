import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { fetchPublic, isPublicAddress } from '#app/platform/fetch-public.server.ts'

const server = createServer((request, response) => {
  const path = request.url ?? ''
  const redirects: Record<string, string> = {
    '/moved': '/a.png',
    '/loop': '/loop',
    '/inside': 'http://169.254.169.254/latest',
    '/file': 'file:///etc/passwd',
  }
  if (redirects[path]) return response.writeHead(302, { location: redirects[path] }).end()
  if (path === '/a.png') return response.writeHead(200, { 'content-type': 'image/png' }).end('picture')
  if (path === '/page') return response.writeHead(200, { 'content-type': 'text/html' }).end('<p>')
  if (path === '/large') return response.writeHead(200, { 'content-type': 'image/png' }).end(Buffer.alloc(200))
  if (path === '/ill') return response.writeHead(500).end()
  response.writeHead(404).end()
})
await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
afterAll(() => new Promise((closed) => server.close(closed)))
const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
// This machine is as good as public here; what else is private stays so.
const isPublic = (address: string) => address === '127.0.0.1' || isPublicAddress(address)
const get = (address: string, more = {}) => fetchPublic(address, { type: 'image/', bytes: 100, isPublic, ...more })

test('a picture is fetched, also by way of another address', async () => {
  expect(await get(`${base}/a.png`)).toEqual({ ok: true, value: Buffer.from('picture') })
  expect(await get(`${base}/moved`)).toEqual({ ok: true, value: Buffer.from('picture') })
})

test.each([
  ['what is gone', '/gone', 'not-found'],
  ['what is no picture', '/page', 'other-type'],
  ['what is too large', '/large', 'too-large'],
  ['a server that is ill', '/ill', 'unreachable'],
  ['a circle', '/loop', 'unreachable'],
  ['a way into our own network', '/inside', 'private-address'],
  ['a way to a file', '/file', 'bad-address'],
])('%s is refused', async (_, path, because) => expect(await get(`${base}${path}`)).toMatchObject({ ok: false, because }))

test.each([
  ['this machine', 'http://127.0.0.1/a.png', 'private-address'],
  ['this machine by name', 'http://localhost/a.png', 'private-address'],
  ['this machine in IPv6', 'http://[::1]/a.png', 'private-address'],
  ['the cloud’s own address', 'http://169.254.169.254/', 'private-address'],
  ['a number that is an address', 'http://2130706433/', 'private-address'],
  ['a name with a password', 'https://a:b@example.com/', 'bad-address'],
  ['another protocol', 'ftp://example.com/a.png', 'bad-address'],
  ['no address', 'a.png', 'bad-address'],
])('%s is not asked at all', async (_, address, because) =>
  expect(await get(address, { isPublic: isPublicAddress })).toMatchObject({ ok: false, because }),
)

test.each([
  ['8.8.8.8', true],
  ['10.1.2.3', false],
  ['172.31.0.1', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['2606:4700::1111', true],
  ['::1', false],
  ['0.0.0.0', false],
  ['169.254.169.254', false],
  ['198.18.0.1', false],
  ['203.0.113.9', false],
  ['192.0.0.8', false],
  ['64:ff9b::a00:1', false],
  ['2002:a00:1::', false],
  ['2001::1', false],
  ['2001:db8::1', false],
  ['fe80::1%eth0', false],
  ['4000::1', false],
  ['no address', false],
  ['::', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:10.0.0.1', false],
  ['::ffff:8.8.8.8', false],
  ['2002:7f00:1::', false],
  ['64:ff9b::7f00:1', false],
])('%s is public: %s', (address, is) => expect(isPublicAddress(address)).toBe(is))
