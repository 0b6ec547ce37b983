import type { SimMetafield } from '../../model.ts'
import type { Caller } from '../fields.ts'
import { readGid } from '../fields.ts'
import { NotModelled } from '../refusals.ts'
import { digestOf, resolveNamespace } from '../types/metafields.ts'

interface Input {
  ownerId: string
  namespace?: string
  key: string
  type?: string
  value: string
  compareDigest?: string | null
}

const MOST = 25
const MOST_BYTES = 2_000_000

/** All or nothing, at most 25: as Shopify does it. Owners: the shop and products. */
export async function metafieldsSet(_: unknown, { metafields }: { metafields: Input[] }, caller: Caller): Promise<object> {
  const fail = (index: number, code: string, message: string) => ({
    metafields: null,
    userErrors: [
      {
        field: ['metafields', String(index), ...(code === 'STALE_OBJECT' ? ['compareDigest'] : ['value'])],
        code,
        message,
        elementIndex: index,
      },
    ],
  })
  if (metafields.length > MOST) {
    return {
      metafields: null,
      userErrors: [
        {
          field: ['metafields'],
          code: 'LESS_THAN_OR_EQUAL_TO',
          message: `Exceeded the maximum metafields input limit of ${MOST}.`,
          elementIndex: null,
        },
      ],
    }
  }
  const before = await Promise.all(metafields.map((input) => existing(input, caller)))
  for (const [index, input] of metafields.entries()) {
    const old = before[index] ?? null
    const wrong = whatIsWrong(input, old)
    if (wrong) return fail(index, wrong.code, wrong.message)
  }
  const set: { metafield: SimMetafield }[] = []
  for (const [index, input] of metafields.entries()) set.push({ metafield: await write(input, before[index] ?? null, caller) })
  return { metafields: set, userErrors: [] }
}

async function existing(input: Input, caller: Caller): Promise<SimMetafield | null> {
  const { simulator, shop } = caller
  const owner = readGid(input.ownerId)
  const namespace = resolveNamespace(input.namespace, caller)
  if (owner?.type === 'Shop') return simulator.store.find(shop.domain, 'metafieldOfShop', `${namespace}.${input.key}`)
  if (owner?.type !== 'Product') throw new NotModelled(`The simulator does not model metafields of ${input.ownerId}`)
  const product = await simulator.store.get(shop.domain, 'product', owner.id)
  return product?.metafields.find((metafield) => metafield.namespace === namespace && metafield.key === input.key) ?? null
}

function whatIsWrong(input: Input, old: SimMetafield | null): { code: string; message: string } | null {
  const type = input.type ?? old?.type
  if (!type) return { code: 'BLANK', message: "Type can't be blank" }
  if (input.value === '') return { code: 'BLANK', message: "Value can't be blank." }
  if (Buffer.byteLength(input.value) > MOST_BYTES) return { code: 'TOO_LONG', message: 'Value is too long.' }
  if (type === 'json' && !parses(input.value)) return { code: 'INVALID_VALUE', message: 'Value is invalid JSON.' }
  if (type === 'number_integer' && !/^-?\d+$/.test(input.value)) return { code: 'INVALID_VALUE', message: 'Value must be an integer.' }
  if (input.compareDigest !== undefined && input.compareDigest !== (old ? digestOf(old) : null)) {
    return {
      code: 'STALE_OBJECT',
      message: 'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.',
    }
  }
  return null
}

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

async function write(input: Input, old: SimMetafield | null, caller: Caller): Promise<SimMetafield> {
  const { simulator, shop } = caller
  const { store, clock } = simulator
  const metafield: SimMetafield = {
    id: old?.id ?? (await store.nextId()),
    namespace: resolveNamespace(input.namespace, caller),
    key: input.key,
    type: input.type ?? old?.type ?? 'single_line_text_field',
    value: input.value,
    updatedAt: clock.now().toISOString(),
  }
  const owner = readGid(input.ownerId)
  if (owner?.type === 'Product') {
    await store.update(shop.domain, 'product', owner.id, (product) => ({
      ...product,
      metafields: [...product.metafields.filter(({ id }) => id !== metafield.id), metafield],
    }))
  } else await store.put(shop.domain, 'metafieldOfShop', metafield)
  return metafield
}
