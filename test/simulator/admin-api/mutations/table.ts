import { bulkOperationFields } from '../bulk/fields.ts'
import { type Fields, plain } from '../fields.ts'
import { discountCodeBasicCreate } from './discount-code-basic-create.ts'
import { FILE_MUTATIONS, FILE_PAYLOADS } from '../../files/mutations.ts'
import { FLOW_PAYLOADS, flowTriggerReceive } from '../../flow/receive.ts'
import { metafieldsDelete } from './metafields-delete.ts'
import { discountCodeBasicUpdate } from './discount-code-basic-update.ts'
import { discountCodeFreeShippingCreate } from './discount-code-free-shipping-create.ts'
import { discountRedeemCodeBulkAdd } from './discount-redeem-code-bulk-add.ts'
import { discountCodeDeactivate, discountCodeRedeemCodeBulkDelete } from './discount-withdrawing.ts'
import { storeCreditAccountCredit } from './store-credit.ts'
import { metafieldsSet } from './metafields-set.ts'
import { metaobjectDelete, metaobjectUpsert } from './metaobjects.ts'
import { standardMetafieldDefinitionEnable } from './standard-definitions.ts'
import { orderEdits } from './order-edit.ts'

const errors = plain<{ field: string[] | null; message: string; code: string | null }>('field', 'message', 'code')

export const mutationTypes = (): Record<string, Fields<never>> => ({
  Mutation: {
    metafieldsSet,
    metafieldsDelete,
    metaobjectUpsert,
    metaobjectDelete,
    flowTriggerReceive,
    standardMetafieldDefinitionEnable,
    discountCodeBasicCreate,
    ...FILE_MUTATIONS,
    discountCodeFreeShippingCreate,
    discountRedeemCodeBulkAdd,
    discountCodeRedeemCodeBulkDelete,
    discountCodeDeactivate,
    discountCodeBasicUpdate,
    storeCreditAccountCredit,
    bulkOperationRunQuery: bulkOperationFields.run,
    bulkOperationCancel: bulkOperationFields.cancel,
    ...orderEdits,
  } as Fields<never>,
  MetafieldsSetPayload: plain<{ metafields: unknown; userErrors: unknown }>('metafields', 'userErrors') as Fields<never>,
  MetafieldsSetUserError: { ...errors, elementIndex: ({ elementIndex }: { elementIndex: number }) => elementIndex } as Fields<never>,
  BulkOperationRunQueryPayload: plain<{ bulkOperation: unknown; userErrors: unknown }>('bulkOperation', 'userErrors') as Fields<never>,
  BulkOperationCancelPayload: plain<{ bulkOperation: unknown; userErrors: unknown }>('bulkOperation', 'userErrors') as Fields<never>,
  BulkOperationUserError: errors as Fields<never>,
  ...FILE_PAYLOADS,
  ...FLOW_PAYLOADS,
  FilesUserError: errors as Fields<never>,
  MetafieldsDeletePayload: plain<{ deletedMetafields: unknown; userErrors: unknown }>('deletedMetafields', 'userErrors') as Fields<never>,
  MetafieldIdentifier: plain<{ ownerId: string; namespace: string; key: string }>('ownerId', 'namespace', 'key') as Fields<never>,
  MetaobjectUpsertPayload: plain<{ metaobject: unknown; userErrors: unknown }>('metaobject', 'userErrors') as Fields<never>,
  MetaobjectDeletePayload: plain<{ deletedId: unknown; userErrors: unknown }>('deletedId', 'userErrors') as Fields<never>,
  MetaobjectUserError: {
    ...errors,
    ...plain<{ elementIndex: number | null; elementKey: string | null }>('elementIndex', 'elementKey'),
  } as Fields<never>,
  StandardMetafieldDefinitionEnablePayload: plain<{ userErrors: unknown }>('userErrors') as Fields<never>,
  StandardMetafieldDefinitionEnableUserError: errors as Fields<never>,
  UserError: errors as Fields<never>,
})
