import { bulkOperationFields } from '../bulk/fields.ts'
import { type Fields, plain } from '../fields.ts'
import { discountCodeBasicCreate } from './discount-code-basic-create.ts'
import { FILE_MUTATIONS, FILE_PAYLOADS } from '../../files/mutations.ts'
import { metafieldsSet } from './metafields-set.ts'

const errors = plain<{ field: string[] | null; message: string; code: string | null }>('field', 'message', 'code')

export const mutationTypes = (): Record<string, Fields<never>> => ({
  Mutation: {
    metafieldsSet,
    discountCodeBasicCreate,
    ...FILE_MUTATIONS,
    bulkOperationRunQuery: bulkOperationFields.run,
    bulkOperationCancel: bulkOperationFields.cancel,
  } as Fields<never>,
  MetafieldsSetPayload: plain<{ metafields: unknown; userErrors: unknown }>('metafields', 'userErrors') as Fields<never>,
  MetafieldsSetUserError: { ...errors, elementIndex: ({ elementIndex }: { elementIndex: number }) => elementIndex } as Fields<never>,
  BulkOperationRunQueryPayload: plain<{ bulkOperation: unknown; userErrors: unknown }>('bulkOperation', 'userErrors') as Fields<never>,
  BulkOperationCancelPayload: plain<{ bulkOperation: unknown; userErrors: unknown }>('bulkOperation', 'userErrors') as Fields<never>,
  BulkOperationUserError: errors as Fields<never>,
  ...FILE_PAYLOADS,
  FilesUserError: errors as Fields<never>,
  UserError: errors as Fields<never>,
})
