import type { SimMetafield } from '../../model.ts'
import type { Caller } from '../fields.ts'
import { readGid } from '../fields.ts'
import { whatIsWrongWith } from '../../value-types.ts'
import { mayAccess } from '../access.ts'
import { denied, NotModelled } from '../refusals.ts'
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
  const found = await Promise.all(metafields.map((input) => existing(input, caller)))
  const gone = found.findIndex((one) => one === 'no owner')
  if (gone >= 0) return fail(gone, 'INVALID', 'Owner does not exist.')
  const before = found as (SimMetafield | null)[]
  for (const [index, input] of metafields.entries()) {
    const old = before[index] ?? null
    const wrong = whatIsWrong(input, old, declaredType(input, caller)) ?? (await danglingReference(input, old, caller))
    if (wrong) return fail(index, wrong.code, wrong.message)
  }
  const set: { metafield: SimMetafield }[] = []
  for (const [index, input] of metafields.entries()) set.push({ metafield: await write(input, before[index] ?? null, caller) })
  return { metafields: set, userErrors: [] }
}

async function existing(input: Input, caller: Caller): Promise<SimMetafield | null | 'no owner'> {
  const { simulator, shop } = caller
  const owner = readGid(input.ownerId)
  const namespace = resolveNamespace(input.namespace, caller)
  if (owner?.type === 'Shop') return simulator.store.find(shop.domain, 'metafieldOfShop', `${namespace}.${input.key}`)
  if (owner?.type !== 'Product') throw new NotModelled(`The simulator does not model metafields of ${input.ownerId}`)
  mayWriteProducts(caller)
  const product = await simulator.store.get(shop.domain, 'product', owner.id)
  if (!product) return 'no owner'
  return product.metafields.find((metafield) => metafield.namespace === namespace && metafield.key === input.key) ?? null
}

/** A product's metafields are as guarded as the product. */
export function mayWriteProducts({ scopes }: Caller): void {
  const words = '`write_products` access scope.'
  if (!mayAccess(words, scopes)) throw denied('metafieldsSet', words)
}

/** What the app's own file, or Shopify's standard definition, says that this metafield of a product is. */
function declaredType(input: Input, caller: Caller): string | null {
  if (readGid(input.ownerId)?.type !== 'Product') return null
  const namespace = resolveNamespace(input.namespace, caller)
  if (namespace === 'reviews') return { rating: 'rating', rating_count: 'number_integer' }[input.key] ?? null
  if (namespace !== resolveNamespace('$app', caller)) return null
  return caller.simulator.configuration.definitions.productMetafields.get(input.key)?.type ?? null
}

async function danglingReference(input: Input, old: SimMetafield | null, { simulator, shop }: Caller): Promise<Wrong | null> {
  if ((input.type ?? old?.type) !== 'list.metaobject_reference') return null
  for (const one of JSON.parse(input.value) as string[]) {
    const found = await simulator.store.get(shop.domain, 'metaobject', readGid(one)?.id ?? 0)
    if (!found) return { code: 'INVALID_VALUE', message: `Value references a metaobject that does not exist: ${one}` }
  }
  return null
}

interface Wrong {
  code: string
  message: string
}

function whatIsWrong(input: Input, old: SimMetafield | null, declared: string | null): Wrong | null {
  const type = input.type ?? old?.type ?? declared
  if (!type) return { code: 'BLANK', message: "Type can't be blank" }
  if (input.value === '') return { code: 'BLANK', message: "Value can't be blank." }
  if (Buffer.byteLength(input.value) > MOST_BYTES) return { code: 'TOO_LONG', message: 'Value is too long.' }
  if (declared && type !== declared) return { code: 'INVALID_TYPE', message: `Type must be consistent with the definition's: ${declared}` }
  const wrong = whatIsWrongWith(type, input.value)
  if (wrong) return { code: 'INVALID_VALUE', message: wrong }
  if (input.compareDigest !== undefined && input.compareDigest !== (old ? digestOf(old) : null)) {
    return {
      code: 'STALE_OBJECT',
      message: 'The resource has been updated since it was loaded. Try again with an updated `compareDigest` value.',
    }
  }
  return null
}

async function write(input: Input, old: SimMetafield | null, caller: Caller): Promise<SimMetafield> {
  const { simulator, shop } = caller
  const { store, clock } = simulator
  const metafield: SimMetafield = {
    id: old?.id ?? (await store.nextId()),
    namespace: resolveNamespace(input.namespace, caller),
    key: input.key,
    type: input.type ?? old?.type ?? declaredType(input, caller) ?? 'single_line_text_field',
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
