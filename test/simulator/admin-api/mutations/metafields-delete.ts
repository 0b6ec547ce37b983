import { type Caller, readGid } from '../fields.ts'
import { NotModelled } from '../refusals.ts'
import { resolveNamespace } from '../types/metafields.ts'
import { mayWriteProducts } from './metafields-set.ts'

interface Identifier {
  ownerId: string
  namespace: string
  key: string
}

/** Of products. What is not there is answered with null, as Shopify does, and is no error. */
export async function metafieldsDelete(_: unknown, { metafields }: { metafields: Identifier[] }, caller: Caller): Promise<object> {
  const { simulator, shop } = caller
  const deletedMetafields: (Identifier | null)[] = []
  for (const [index, one] of metafields.entries()) {
    const owner = readGid(one.ownerId)
    if (owner?.type !== 'Product') throw new NotModelled(`The simulator does not delete metafields of ${one.ownerId}`)
    mayWriteProducts(caller)
    const namespace = resolveNamespace(one.namespace, caller)
    let found = false
    const product = await simulator.store.update(shop.domain, 'product', owner.id, (before) => {
      const left = before.metafields.filter((metafield) => metafield.namespace !== namespace || metafield.key !== one.key)
      found = left.length < before.metafields.length
      return { ...before, metafields: left }
    })
    if (!product)
      return {
        deletedMetafields: null,
        userErrors: [{ field: ['metafields', String(index), 'ownerId'], message: 'Owner does not exist.' }],
      }
    deletedMetafields.push(found ? { ...one, namespace } : null)
  }
  return { deletedMetafields, userErrors: [] }
}
