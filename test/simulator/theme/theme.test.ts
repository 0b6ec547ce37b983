import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { configurationOf } from '../configuration.ts'
import { product, SHOP, stage } from '../stage.ts'
import { translate } from './filters.ts'
import { placeBlock } from './placement.ts'

const SCHEMA =
  '{% schema %}{ "name": "One", "target": "section", "settings": [{ "type": "product", "id": "product", "autofill": true }] }{% endschema %}'

async function project(liquid: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'theme-'))
  const own = join(folder, 'extensions', 'small')
  await mkdir(join(own, 'blocks'), { recursive: true })
  await writeFile(join(own, 'shopify.extension.toml'), 'type = "theme"\nhandle = "small"\n')
  await writeFile(join(own, 'blocks', 'one.liquid'), `${liquid}${SCHEMA}`)
  return folder
}

async function rendered(liquid: string) {
  await using world = await stage({ settings: { projectFolder: await project(liquid) } })
  await world.simulator.store.put(SHOP.domain, 'product', product(1))
  await placeBlock(world.simulator, SHOP, { block: 'one', place: 'title' })
  return await world.ask(`test.localhost:${world.port}`, '/products/product-1')
}

describe('a block of the theme extension', () => {
  test('is rendered where the merchant has placed it', async () => {
    const { status, text } = await rendered('<i>{{ block.settings.product.title | upcase }}</i>')
    expect(status).toBe(200)
    expect(text).toContain('<i>PRODUCT 1</i>')
  })

  test.each([
    ['an object that is not modelled', '{{ product.selected_variant.id }}'],
    ['a variable that nobody has set', '{{ nothing }}'],
    ['a filter that Shopify has not', '{{ product.title | shout }}'],
    ['a tag that is not modelled', `{% section 'x' %}`],
    ['a text that is in no locale', `{{ 'missing' | t }}`],
  ])('with %s fails loudly', async (_, liquid) => {
    const { status, text } = await rendered(liquid)
    expect(status).toBe(501)
    expect(text).toContain('one.liquid')
  })

  test('sees no metafield of the app that is not declared as public', async () => {
    const { text } = await rendered(`[{{ product.metafields['$app'].secret.value }}]`)
    expect(text).toContain('[]')
  })
})

test.each([
  ['a metafield that refers to nothing', '[product.metafields.app.x]\ntype = "list.metaobject_reference<$app:none>"'],
  ['a type that is not modelled', '[product.metafields.app.x]\ntype = "weight"'],
  ['a display name that is no field', '[metaobjects.app.x]\ndisplay_name_field = "y"'],
])('%s is refused as the file is read', (_, toml) => expect(() => configurationOf(toml)).toThrow())

test.each([
  ['en', 1, 'one'],
  ['en', 2, 'other'],
  ['ru', 3, 'few'],
  ['ar', 2, 'two'],
])('in %s the plural of %i is %s', (locale, count, form) => {
  const texts = new Map([[locale, { n: { one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' } }]])
  expect(translate(texts, locale, 'n', { count })).toBe(form)
})
