import { expect, test } from 'vitest'
import { json, SHOP, stage } from './stage.ts'

test("the app's address shows Shopify's hosts as the simulator's", async () => {
  await using world = await stage()
  const { port } = world
  world.answerWith(() => ({
    status: 302,
    headers: {
      'content-security-policy': `frame-ancestors https://${SHOP.domain} https://admin.shopify.com;`,
      location: 'https://admin.shopify.com/store/test/apps/encore',
      'content-type': 'text/html; charset=utf-8',
    },
    body: '<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>',
  }))
  const reply = await world.ask(`app.localhost:${port}`, '/?embedded=1')
  expect(reply.headers['content-security-policy']).toBe(`frame-ancestors http://test.localhost:${port} http://admin.localhost:${port};`)
  expect(reply.headers.location).toBe(`http://admin.localhost:${port}/store/test/apps/encore`)
  expect(reply.text).toBe(`<script src="http://admin.localhost:${port}/__simulator/app-bridge.js"></script>`)
  expect(world.received[0]?.headers).toMatchObject({ host: `app.localhost:${port}`, 'x-forwarded-host': `app.localhost:${port}` })
})

test('bodies and cookies pass both ways', async () => {
  await using world = await stage()
  world.answerWith(({ body }) => ({
    status: 201,
    headers: { 'content-type': 'text/plain', 'set-cookie': 'a=1' },
    body: body.toUpperCase(),
  }))
  const reply = await world.ask(`app.localhost:${world.port}`, '/surface/offer', {
    method: 'POST',
    headers: { cookie: 'b=2' },
    body: 'token',
  })
  expect(reply).toMatchObject({ status: 201, text: 'TOKEN', headers: { 'set-cookie': ['a=1'] } })
  expect(world.received[0]?.headers.cookie).toBe('b=2')
})

test('an app that is down is a 502, and faults of the app are set from outside', async () => {
  await using world = await stage()
  const host = `app.localhost:${world.port}`
  await world.ask(host, '/__simulator/faults', json({ where: 'app', kind: 'server-error', match: '/surface/', times: 2 }))
  expect((await world.ask(host, '/other')).status).toBe(200)
  expect((await world.ask(host, '/surface/offer', { method: 'POST', body: '{}' })).status).toBe(500)
  expect((await world.ask(host, '/__simulator/faults')).json).toMatchObject([{ kind: 'server-error', times: 1 }])
  await world.ask(host, '/__simulator/faults', { method: 'DELETE' })
  expect((await world.ask(host, '/surface/offer', { method: 'POST', body: '{}' })).status).toBe(200)
  await world.simulator.faults.add({ where: 'app', kind: 'reset' })
  await expect(world.ask(host, '/')).rejects.toThrow()
})

test('an address of nobody is not found', async () => {
  await using world = await stage()
  expect((await world.ask('nobody.localhost', '/')).status).toBe(404)
  expect((await world.ask('nobody.myshopify.com', '/admin/oauth/access_token', json({}))).status).toBe(404)
})
